import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { installation } from '../ground/installation.ts';
import { Watch } from '../ground/store.ts';
import { Part } from '../parts/part.ts';
import { t } from './words.ts';

/** Which version this is, and which node has answered. */
@customElement('m-footer')
export class Footer extends Part {
  constructor() {
    super();
    new Watch(this, installation);
  }

  override render() {
    const known = installation.value;
    return known === null ? nothing : html`<footer class="footer meta">
      <span>${t.version(known.version)}</span> <span>${t.node(known.node)}</span></footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-footer': Footer }
}
