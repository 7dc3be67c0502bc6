import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { href } from '../../ground/location.ts';
import { Part } from '../../parts/part.ts';
import './cluster.ts';
import './history.ts';
import './pauses.ts';
import { t } from './words.ts';

/** What is stopped, and what rests. */
@customElement('m-maintenance')
export class Maintenance extends Part {
  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      <div class="maintenance"><m-cluster-stop></m-cluster-stop><m-pauses></m-pauses>
        <p class="meta">${t.drains} <a href=${href('/workers')}>${t.workers}</a></p>
        <m-stop-history></m-stop-history></div>`;
  }
}
