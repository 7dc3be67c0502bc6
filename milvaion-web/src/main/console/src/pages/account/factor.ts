import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Resource } from '../../ground/resource.ts';
import { enter } from '../../ground/session.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { ask } from '../../parts/dialog.ts';
import '../../parts/enrolment/enrolment.ts';
import { recoveryCodes } from '../../parts/enrolment/recovery-codes.ts';
import { Part } from '../../parts/part.ts';
import { done } from '../../parts/toast.ts';
import { newRecoveryCodes, turnFactorOff } from './deeds.ts';
import { t } from './words.ts';

type FactorState = Schemas['FactorState'];

/** The viewer's second factor. */
@customElement('m-factor')
export class Factor extends Part {
  @state() private settingUp = false;

  private readonly factor = new Resource<FactorState>(this, (signal) => api.get('/auth/second-factor', { signal }));

  override connectedCallback(): void {
    super.connectedCallback();
    void this.factor.load();
  }

  override render() {
    return html`<section class="card"><h2>${t.factor}</h2>${block(this.factor, { lines: 2, ok: (factor) => this.facts(factor) })}</section>
      ${this.settingUp ? html`<dialog class="dialog" aria-labelledby="step-title" @cancel=${this.leave}>
        <m-enrolment @done=${this.onSetUp}></m-enrolment>
        <p>${action({ label: t.cancel, run: this.leave })}</p></dialog>` : nothing}`;
  }

  override updated(): void {
    const dialog = this.querySelector('dialog');
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
    }
  }

  private facts(factor: FactorState): TemplateResult {
    const isOn = factor.state === 'on';
    const more = factor.mode === 'off' ? t.factorNever : factor.mode === 'required' ? t.factorRequired : '';
    return html`<p>${isOn ? t.factorOn : t.factorOff} ${more} ${isOn ? t.codesLeft(factor.recoveryCodes) : ''}</p>
      <p class="buttons">${isOn ? html`
        ${action({ label: `${t.newCodes}…`, run: () => void this.renewCodes() })}
        ${action({ label: `${t.turnOff}…`, kind: 'danger', disabled: factor.mode === 'required', hint: more || t.turnOffHint, run: () => void this.turnOff() })}`
        : action({ label: `${t.turnOn}…`, disabled: factor.mode === 'off', hint: more || t.turnOn, run: () => { this.settingUp = true; } })}</p>`;
  }

  private readonly leave = (): void => {
    this.querySelector('dialog')?.close();
    this.settingUp = false;
  };

  private readonly onSetUp = (): void => {
    this.leave();
    done(t.turnedOn);
    void this.factor.load();
    void enter();
  };

  private async turnOff(): Promise<void> {
    if (await turnFactorOff()) {
      done(t.turnedOff);
      void this.factor.load();
      await enter();
    }
  }

  private async renewCodes(): Promise<void> {
    const codes = await newRecoveryCodes();
    if (codes !== null) {
      await ask({ title: t.keepTitle, consequence: recoveryCodes(codes), verb: t.kept, run: async () => undefined });
      void this.factor.load();
    }
  }
}
