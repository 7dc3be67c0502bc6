import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../action.ts';
import { copy } from '../copy.ts';
import { secretField } from '../secret-field.ts';
import { Step } from '../step.ts';
import { recoveryCodes } from './recovery-codes.ts';
import { t } from './words.ts';

/** Sets a second factor up: a password as proof, a key for the app, a code of it, recovery codes. Event: `done`. */
@customElement('m-enrolment')
export class Enrolment extends Step {
  /** If it was typed just before, it is not asked for again. */
  @property({ attribute: false }) password = '';

  @state() private key: Schemas['Enrolment'] | null = null;
  @state() private codes: string[] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.password !== '') {
      void this.begin(this.password).catch(() => undefined); // then it is asked for
    }
  }

  protected override heading(): string {
    return this.codes === null ? t.title : t.keepTitle;
  }

  protected override verb(): string {
    return this.codes !== null ? t.kept : this.key !== null ? t.confirm : t.goOn;
  }

  protected override fields() {
    if (this.codes !== null) {
      return recoveryCodes(this.codes);
    }
    return this.key !== null ? this.keyAndCode(this.key)
      : html`<p>${t.proof}</p>${secretField({ id: 'factor-password', label: t.password, autocomplete: 'current-password' })}`;
  }

  protected override async send(): Promise<void> {
    if (this.codes !== null) {
      this.dispatchEvent(new CustomEvent('done'));
    } else if (this.key === null) {
      await this.begin(this.value('factor-password'));
    } else {
      const response = await this.post('second-factor/confirm', { code: this.value('factor-code') });
      this.codes = (await response.json() as Schemas['RecoveryCodesView']).recoveryCodes;
      await this.updateComplete;
      this.querySelector<HTMLElement>('#step-go')!.focus();
    }
  }

  private async begin(password: string): Promise<void> {
    this.key = await (await this.post('second-factor', { password })).json() as Schemas['Enrolment'];
    await this.updateComplete;
    this.focusNext();
  }

  private keyAndCode({ secret, uri }: Schemas['Enrolment']) {
    return html`<p>${t.key}:</p>
      <p class="code" id="factor-secret">${secret.replace(/.{4}(?=.)/g, '$& ')}</p>
      <p class="filters">${action({ label: t.copy, icon: 'copy', run: () => void copy(secret) })}
        <a class="button" id="factor-uri" href=${uri}>${t.open}</a></p>
      <label class="field"><span>${t.code}</span><input id="factor-code" name="code" required maxlength="10" inputmode="numeric"
        autocomplete="one-time-code"></label>`;
  }
}
