import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { block } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { onStanding } from './standing.ts';
import { t } from './words.ts';

const LISTED = 10;

/** The last emergency stops: who, why, for how long. */
@customElement('m-stop-history')
export class StopHistory extends Part {
  private readonly stops = new Resource<Schemas['DispatchStop'][]>(this, async (signal) =>
    (await api.get('/admin/dispatch/history', { query: { limit: LISTED }, signal })).items);

  constructor() {
    super();
    onStanding(this, () => void this.stops.load());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.stops.load();
  }

  override render() {
    return html`<section class="card"><h2>${t.history}</h2>${block(this.stops, {
      lines: 2,
      empty: { when: (stops) => stops.length === 0, say: () => html`<p class="meta">${t.noHistory}</p>` },
      ok: (stops) => html`<div class="table-wrap" tabindex="0"><table aria-label=${t.history}><thead><tr>
        ${[t.stopped, t.by, t.reason, t.resumed, t.by, t.reason].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${stops.map((stop) => html`<tr><td><m-time .at=${stop.stoppedAt}></m-time></td><td>${stop.stoppedBy}</td><td class="wrap">${stop.reason}</td>
          <td>${stop.resumedAt == null ? t.lasts : html`<m-time .at=${stop.resumedAt}></m-time>`}</td><td>${stop.resumedBy ?? '–'}</td>
          <td class="wrap">${stop.resumeReason ?? '–'}</td></tr>`)}</tbody></table></div>`,
    })}</section>`;
  }
}
