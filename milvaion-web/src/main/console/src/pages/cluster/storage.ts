import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { Again, asOf } from '../../parts/again.ts';
import { block } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import { size } from './size.ts';
import { t } from './words.ts';

type Storage = Schemas['Cluster']['storage'];

const s = t.storage;

/** What PostgreSQL keeps. */
@customElement('m-cluster-storage')
export class ClusterStorage extends Part {
  private readonly cluster = new Resource(this, (signal) => api.get('/admin/cluster', { signal }));

  constructor() {
    super();
    const read = (): void => void this.cluster.load();
    new Live(this, { channels: () => [], reread: read });
    new Again(this, read);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.cluster.load();
  }

  override render() {
    return html`${block(this.cluster, { lines: 12, ok: ({ storage }) => html`
      <p class="note ${storage.days.daysAhead > 0 ? 'good' : 'failure'}">${icon(storage.days.daysAhead > 0 ? 'check' : 'failures')}
        ${storage.days.daysAhead > 0 ? s.ahead(storage.days.daysAhead) : s.noneAhead}
        ${s.days(storage.days.days, storage.days.firstDay ?? '–', storage.days.lastDay ?? '–', storage.days.openDays)}</p>
      <p class="meta">${s.version(storage.postgresqlVersion)} ${asOf(this.cluster)}</p>
      ${table(storage)}` })}`;
  }
}

const table = ({ tables }: Storage): TemplateResult => html`<div class="table-wrap" tabindex="0"><table aria-label=${t.tabs.storage}>
  <thead><tr><th scope="col">${s.table}</th>${[s.size, s.indexes, s.rows, s.partitions].map((title) => html`<th scope="col" class="number">${title}</th>`)}</tr></thead>
  <tbody>${tables.map((one) => html`<tr><th scope="row" class="name">${one.table}</th><td class="number">${size(one.bytes)}</td>
    <td class="number">${size(one.indexBytes)}</td><td class="number">${number(one.rowsEstimate)}</td>
    <td class="number">${one.partitions === 0 ? html`<span class="none">–</span>` : one.partitions}</td></tr>`)}</tbody></table></div>`;
