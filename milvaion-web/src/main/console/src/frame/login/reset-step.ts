import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { done } from '../../parts/toast.ts';
import { secretField } from '../../parts/secret-field.ts';
import { Step } from '../../parts/step.ts';
import { t } from './words.ts';

/** Takes the password of somebody who comes by a link of a mail. */
@customElement('m-login-reset')
export class ResetStep extends Step {
  @property() token = '';

  protected override heading(): string {
    return t.resetTitle;
  }

  protected override verb(): string {
    return t.change;
  }

  protected override fields() {
    return html`<p>${t.resetHint}</p>${secretField({ id: 'reset-new', label: t.chosen, autocomplete: 'new-password', hint: t.rule })}`;
  }

  protected override async send(): Promise<void> {
    await this.post('password/reset', { token: this.token, newPassword: this.value('reset-new') });
    done(t.changed);
    this.dispatchEvent(new CustomEvent('back'));
  }
}
