import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { href } from '../../ground/location.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/people/api-keys.ts';
import { t } from './words.ts';

/** Everybody's API keys, for who may end them. */
@customElement('m-all-keys')
export class AllKeys extends Part {
  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1><a class="button" href=${href('/account', { tab: 'keys' })}>${t.mine}</a></header>
      <p class="prose">${t.hint}</p><m-api-keys all></m-api-keys>`;
  }
}
