import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { href } from '../ground/location.ts';
import { rail } from '../ground/preferences.ts';
import { can, me } from '../ground/session.ts';
import { Watch } from '../ground/store.ts';
import { action } from '../parts/action.ts';
import { icon } from '../parts/icon.ts';
import { Part } from '../parts/part.ts';
import { routes, type Route } from './routes.ts';
import { t } from './words.ts';

const GROUPS = ['work', 'machine', 'people'] as const;

/** The pages that the viewer may see. */
@customElement('m-rail')
export class Rail extends Part {
  @property() path = '/';

  constructor() {
    super();
    new Watch(this, me, rail);
  }

  override render() {
    const wide = rail.value === 'wide';
    return html`<nav class="rail" aria-label=${t.menu}>
      ${GROUPS.map((group) => this.group(group))}
      ${action({
        label: wide ? t.narrower : t.wider, icon: wide ? 'left' : 'right', kind: 'quiet', signOnly: true,
        run: () => rail.set(wide ? 'narrow' : 'wide'),
      })}</nav>`;
  }

  private group(group: (typeof GROUPS)[number]) {
    const entries = routes.filter((route) => route.entry?.group === group && (route.needs === undefined || can(route.needs)));
    return entries.length === 0 ? nothing : html`<h2 class="rail-group">${t.groups[group]}</h2>
      <ul>${entries.map((route) => this.entry(route))}</ul>`;
  }

  private entry(route: Route) {
    const { label, icon: sign } = route.entry!;
    const isHere = this.path === route.path || route.path !== '/' && this.path.startsWith(`${route.path}/`);
    return html`<li><a href=${href(route.path)} title=${label} aria-current=${isHere ? 'page' : nothing}>${icon(sign)}<span>${label}</span></a></li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-rail': Rail }
}
