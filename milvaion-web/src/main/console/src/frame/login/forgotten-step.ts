import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { action } from '../../parts/action.ts';
import { Step } from '../../parts/step.ts';
import { typed } from './typed.ts';
import { t } from './words.ts';

/** Asks for a link to a new password by mail. */
@customElement('m-login-forgotten')
export class ForgottenStep extends Step {
  @state() private sent = false;

  protected override heading(): string {
    return t.forgottenTitle;
  }

  protected override verb(): string {
    return this.sent ? t.back : t.sendLink;
  }

  protected override fields() {
    return this.sent ? html`<p class="note good" role="status">${t.sent}</p>`
      : html`<label class="field"><span>${t.account}</span><input id="forgotten-account" name="username" required maxlength="254"
        autocomplete="username" autocapitalize="none" spellcheck="false" .value=${typed.name}></label>`;
  }

  protected override others() {
    return this.sent ? html`` : action({ label: t.back, run: () => this.back() });
  }

  protected override async send(): Promise<void> {
    if (this.sent) {
      this.back();
      return;
    }
    await this.post('password/forgotten', { account: this.value('forgotten-account') });
    this.sent = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#step-go')!.focus();
  }

  private back(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }
}
