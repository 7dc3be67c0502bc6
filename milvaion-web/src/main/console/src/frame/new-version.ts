import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { outdated } from '../ground/installation.ts';
import { Watch } from '../ground/store.ts';
import { action } from '../parts/action.ts';
import { icon } from '../parts/icon.ts';
import { Part } from '../parts/part.ts';
import { t } from './words.ts';

/** Says that a new version was deployed under the open page; what is filled in stays until one loads it. */
@customElement('m-new-version')
export class NewVersion extends Part {
  constructor() {
    super();
    new Watch(this, outdated);
  }

  override render() {
    return outdated.value ? html`<p class="banner" role="status" data-version="new">${icon('info')} <span>${t.newVersion}</span>
      ${action({ label: t.reload, run: () => location.reload() })}</p>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-new-version': NewVersion }
}
