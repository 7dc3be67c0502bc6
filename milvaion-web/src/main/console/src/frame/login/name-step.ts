import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Failed } from '../../ground/problem.ts';
import { enter, keep, me } from '../../ground/session.ts';
import type { Schemas } from '../../ground/types.ts';
import { secretField } from '../../parts/secret-field.ts';
import { Step } from '../../parts/step.ts';
import { typed } from './typed.ts';
import './ways.ts';
import { t } from './words.ts';

/** Name and password, and the code of the second factor once the server has asked for it. */
@customElement('m-login-name')
export class NameStep extends Step {
  @state() private codeWanted = false;

  protected override heading(): string {
    return t.title;
  }

  protected override verb(): string {
    return t.go;
  }

  protected override fields() {
    return html`${me.value === null ? nothing : html`<p class="note warning" id="login-again">${t.again}</p>`}
      <label class="field"><span>${t.name}</span><input id="login-name" name="username" required maxlength="100" autocomplete="username"
        autocapitalize="none" spellcheck="false" .value=${typed.name || (me.value?.name ?? '')}></label>
      ${secretField({ id: 'login-password', label: t.password, autocomplete: 'current-password' })}
      ${this.codeWanted ? html`<label class="field"><span>${t.code}</span><input id="login-code" name="code" required maxlength="40"
        autocomplete="one-time-code" spellcheck="false" aria-describedby="login-code-hint"><span class="hint" id="login-code-hint">${t.codeHint}</span></label>` : nothing}`;
  }

  protected override others() {
    return html`<button type="button" class="link login-forgotten" id="forgotten" @click=${this.forgotten}>${t.forgotten}</button>`;
  }

  override render() {
    return html`${super.render()}<m-login-ways></m-login-ways>`;
  }

  protected override async send(): Promise<void> {
    typed.name = this.value('login-name');
    typed.password = this.value('login-password');
    const code = this.codeWanted ? this.value('login-code') : null;
    const response = await this.post('login', { name: typed.name, password: typed.password, code });
    keep(await response.json() as Schemas['TokenView']);
    await enter();
  }

  /** Only who knows the password is asked for the code. */
  protected override async refusal(response: Response): Promise<Failed> {
    const { missing } = await response.clone().json().catch(() => ({})) as { missing?: string };
    const wasWanted = this.codeWanted;
    this.codeWanted = missing === 'code' || wasWanted;
    const field = this.querySelector<HTMLInputElement>(this.codeWanted ? '#login-code' : '#login-password');
    if (field !== null) {
      field.value = '';
    }
    return super.refusal(response);
  }

  private readonly forgotten = (): void => {
    typed.name = this.value('login-name');
    this.dispatchEvent(new CustomEvent('forgotten'));
  };
}
