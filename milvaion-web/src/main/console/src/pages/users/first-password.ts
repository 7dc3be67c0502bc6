import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { action } from '../../parts/action.ts';
import { Part } from '../../parts/part.ts';
import { t } from './words.ts';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that look alike

const random = (): string => [...crypto.getRandomValues(new Uint8Array(16))]
  .map((byte, at) => (at > 0 && at % 4 === 0 ? '-' : '') + LETTERS[byte % LETTERS.length]).join('');

/** A field for a password that is passed on: it can be read. */
@customElement('m-first-password')
export class FirstPassword extends Part {
  override render() {
    return html`<label class="field"><span>${t.password}</span><input name="password" required minlength="8" maxlength="128" autocomplete="off" spellcheck="false"></label>
      ${action({ label: t.generate, icon: 'retry', run: () => { this.querySelector('input')!.value = random(); } })}`;
  }
}
