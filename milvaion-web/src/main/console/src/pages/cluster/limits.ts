import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { Again, asOf } from '../../parts/again.ts';
import { block } from '../../parts/block.ts';
import { icon, type Icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import { size } from './size.ts';
import { t } from './words.ts';

type Limit = Schemas['Limits']['limits'][number];

const l = t.limits;

const MARKS: Record<Limit['level'], { icon: Icon; state: string }> = {
  ok: { icon: 'check', state: 'completed' }, near: { icon: 'failures', state: 'waiting' },
  reached: { icon: 'failed', state: 'failed' }, unknown: { icon: 'unknown', state: 'queued' },
};

/** What is limited, and how near that is. */
@customElement('m-cluster-limits')
export class ClusterLimits extends Part {
  private readonly limits = new Resource(this, (signal) => api.get('/admin/limits', { signal }));

  constructor() {
    super();
    const read = (): void => void this.limits.load();
    new Live(this, { channels: () => [], reread: read });
    new Again(this, read);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.limits.load();
  }

  override render() {
    return html`<p class="meta">${l.hint} ${asOf(this.limits)}</p>
      ${block(this.limits, { lines: 8, ok: ({ limits }) => html`<div class="table-wrap" tabindex="0"><table class="texts" aria-label=${t.tabs.limits}>
        <thead><tr><th scope="col">${l.what}</th><th scope="col">${l.where}</th><th scope="col">${l.level}</th>
          ${[l.used, l.allowed, l.advised].map((title) => html`<th scope="col" class="number">${title}</th>`)}<th scope="col">${l.note}</th></tr></thead>
        <tbody>${limits.map(row)}</tbody></table></div>` })}`;
  }
}

const row = (limit: Limit): TemplateResult => {
  const mark = MARKS[limit.level];
  const amount = (n: number | null): TemplateResult | string =>
    (n === null ? html`<span class="none">–</span>` : limit.resource.endsWith('Bytes') ? size(n) : number(n));
  return html`<tr>
    <th scope="row" class="name">${l.names[limit.resource]}</th>
    <td>${limit.node ?? html`<span class="none">${l.shared}</span>`}</td>
    <td><span class="state" data-state=${mark.state}>${icon(mark.icon)} ${l.levels[limit.level]}</span></td>
    <td class="number">${amount(limit.used)}${limit.used === null || limit.allowed === null ? nothing : share(limit.used / limit.allowed)}</td>
    <td class="number">${amount(limit.allowed)}</td><td class="number">${amount(limit.advised)}</td>
    <td class="meta">${limit.note}</td></tr>`;
};

/** A bar beside the number, which says the same. */
const share = (part: number): TemplateResult =>
  html`<span class="share" aria-hidden="true"><span .style=${`width:${Math.min(100, Math.round(100 * part))}%`}></span></span>`;
