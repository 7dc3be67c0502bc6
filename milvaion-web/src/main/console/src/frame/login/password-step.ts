import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { enterAfterDuty } from '../../ground/session.ts';
import { secretField } from '../../parts/secret-field.ts';
import { Step } from '../../parts/step.ts';
import { typed } from './typed.ts';
import { t } from './words.ts';

/** Changes a first password, which permits nothing else. */
@customElement('m-login-password')
export class PasswordStep extends Step {
  protected override heading(): string {
    return t.firstTitle;
  }

  protected override verb(): string {
    return t.change;
  }

  /** The password manager is told whose password it keeps. */
  protected override fields() {
    return html`<p>${t.firstHint}</p>
      ${typed.password === ''
        ? secretField({ id: 'password-old', label: t.given, autocomplete: 'current-password' })
        : html`<input class="unseen" name="username" autocomplete="username" readonly tabindex="-1" aria-hidden="true" .value=${typed.name}>`}
      ${secretField({ id: 'password-new', label: t.chosen, autocomplete: 'new-password', hint: t.rule })}`;
  }

  protected override others() {
    return html`<m-login-leave></m-login-leave>`;
  }

  protected override async send(): Promise<void> {
    const currentPassword = typed.password === '' ? this.value('password-old') : typed.password;
    const newPassword = this.value('password-new');
    await this.post('password', { currentPassword, newPassword });
    typed.password = newPassword;
    await enterAfterDuty();
  }
}
