import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LANGUAGES, language, speak, type Language } from '../../ground/language.ts';
import { here } from '../../ground/location.ts';
import { duty, enterAfterDuty, loginWanted, me } from '../../ground/session.ts';
import { Watch } from '../../ground/store.ts';
import '../../parts/enrolment/enrolment.ts';
import { Part } from '../../parts/part.ts';
import './forgotten-step.ts';
import { forget, typed } from './typed.ts';
import './leave.ts';
import './name-step.ts';
import './password-step.ts';
import './reset-step.ts';
import { t } from './words.ts';

const LINK = /^reset=([\w-]{43})$/;

/** Stands above whatever is open until somebody is in: nothing that was filled in is lost. */
@customElement('m-login')
export class Login extends Part {
  @state() private forgotten = false;
  /** Of a link to a new password. */
  @state() private resetToken: string | null = null;

  constructor() {
    super();
    new Watch(this, loginWanted, duty, me);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    here.onChange(() => this.takeLink());
    this.takeLink();
  }

  override render() {
    return html`<dialog class="dialog login" id="login" aria-labelledby="step-title" @cancel=${(event: Event) => event.preventDefault()}>
      ${this.open ? html`<p class="login-brand" aria-hidden="true">Milvaion</p>${this.step()}${this.languages()}` : nothing}</dialog>`;
  }

  override updated(): void {
    const dialog = this.querySelector('dialog')!;
    if (this.open && !dialog.open) {
      dialog.showModal();
    } else if (!this.open && dialog.open) {
      dialog.close();
      if (dialog.contains(document.activeElement)) { // a field that is not seen would take the keys of the page
        (document.activeElement as HTMLElement).blur();
      }
      forget();
    }
  }

  private get open(): boolean {
    return loginWanted.value || this.resetToken !== null;
  }

  private step(): TemplateResult {
    if (this.resetToken !== null) {
      return html`<m-login-reset token=${this.resetToken} @back=${() => { this.resetToken = null; }}></m-login-reset>`;
    }
    if (duty.value === 'password') {
      return html`<m-login-password></m-login-password>`;
    }
    if (duty.value === 'secondFactor') {
      return html`<p>${t.factorHint}</p><m-enrolment .password=${typed.password} @done=${() => void enterAfterDuty()}></m-enrolment>
        <p><m-login-leave></m-login-leave></p>`;
    }
    return this.forgotten
      ? html`<m-login-forgotten @back=${() => { this.forgotten = false; }}></m-login-forgotten>`
      : html`<m-login-name @forgotten=${() => { this.forgotten = true; }}></m-login-name>`;
  }

  private languages(): TemplateResult {
    return html`<p class="login-foot"><label class="choice"><span class="unseen">${t.language}</span><select id="login-language"
      @change=${(event: Event) => speak((event.target as HTMLSelectElement).value as Language)}>${Object.entries(LANGUAGES).map(([value, name]) =>
        html`<option value=${value} ?selected=${value === language}>${name}</option>`)}</select></label></p>`;
  }

  /** The token of a link leaves the address at once. */
  private takeLink(): void {
    const token = LINK.exec(here.value.path)?.[1];
    if (token !== undefined) {
      this.resetToken = token;
      history.replaceState(null, '', '#/');
      window.dispatchEvent(new PopStateEvent('popstate'));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-login': Login }
}
