import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { expectReturn, me, ways } from '../../ground/session.ts';
import type { Schemas } from '../../ground/types.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import { t } from './words.ts';

const LONGEST_RETURN = 500;

/** The ways to log in besides name and password: links to other providers. */
@customElement('m-login-ways')
export class Ways extends Part {
  @state() private ways: Schemas['Way'][] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void ways().then((all) => {
      this.ways = all.filter((way) => way.way === 'oidc');
    }, () => undefined); // name and password are there at any rate
  }

  override render() {
    return this.ways.length === 0 ? nothing : html`<p class="login-or"><span>${t.or}</span></p>
      <div id="login-ways">${this.ways.map((way) => this.link(way))}</div>`;
  }

  /** A page with something filled in stays open beside the provider's. */
  private link(way: Schemas['Way']) {
    const stays = me.value !== null;
    const here = location.pathname + location.search;
    const back = stays || here.length + location.hash.length > LONGEST_RETURN ? here : here + location.hash;
    return html`<a class="button" href="${way.location}?returnTo=${encodeURIComponent(back)}" target=${stays ? '_blank' : nothing}
      @click=${expectReturn}>${stays ? t.newTab(way.title) : way.title}${stays ? icon('external') : nothing}</a>`;
  }
}
