import { customElement } from 'lit/decorators.js';
import { logout } from '../../ground/session.ts';
import { action } from '../../parts/action.ts';
import { Part } from '../../parts/part.ts';
import { t } from './words.ts';

/** The way out for who does not want to do what has to be done first. */
@customElement('m-login-leave')
export class Leave extends Part {
  override render() {
    return action({ label: t.logout, run: () => void logout() });
  }
}
