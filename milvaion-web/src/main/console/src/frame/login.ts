import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { auth, entered, loginWanted, me, take } from '../ground/session.ts';
import { Watch } from '../ground/store.ts';
import { Part } from '../parts/part.ts';
import { t } from './words.ts';

/** Asks for a login above whatever is open: nothing that was filled in is lost. */
@customElement('m-login')
export class Login extends Part {
  @state() private problem: string | null = null;

  constructor() {
    super();
    new Watch(this, loginWanted, me);
  }

  override render() {
    return html`<dialog class="dialog login" id="login" aria-labelledby="login-title" @cancel=${(event: Event) => event.preventDefault()}>
      <form @submit=${this.submit}>
        <h2 id="login-title">${t.login.title}</h2>
        ${me.value === null ? nothing : html`<p>${t.login.again}</p>`}
        <label class="field"><span>${t.login.name}</span><input id="login-name" required maxlength="100" autocomplete="username"></label>
        <label class="field"><span>${t.login.password}</span><input id="login-password" type="password" required maxlength="200" autocomplete="current-password"></label>
        ${this.problem === null ? nothing : html`<p class="note failure" role="alert">${this.problem}</p>`}
        <p class="buttons"><button class="button primary">${t.login.go}</button></p>
      </form></dialog>`;
  }

  override updated(): void {
    const dialog = this.querySelector('dialog')!;
    if (loginWanted.value && !dialog.open) {
      dialog.showModal();
    } else if (!loginWanted.value && dialog.open) {
      dialog.close();
    }
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const value = (id: string) => this.querySelector<HTMLInputElement>(id)!.value;
    const response = await auth('login', { name: value('#login-name'), password: value('#login-password'), code: null });
    const answer = response.clone();
    if (!await take(response)) {
      this.problem = (await answer.json().catch(() => ({})) as { detail?: string }).detail ?? t.login.refused(answer.status);
      return;
    }
    this.problem = null;
    await entered();
  };
}

declare global {
  interface HTMLElementTagNameMap { 'm-login': Login }
}
