import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { here, href } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { chips } from '../../parts/chips.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';
import { failed } from '../../parts/toast.ts';
import { filterChips, filterFields, filterOf } from './filter.ts';
import { actorOf, objectOf, outcomeMark, type Entry } from './marks.ts';
import './verification.ts';
import { t } from './words.ts';

const COLUMNS: readonly Column<Entry>[] = [
  { key: 'action', title: t.action, cell: (entry) => html`<code>${entry.action}</code>` },
  { key: 'at', title: t.at, cell: (entry) => html`<m-time at=${entry.at}></m-time>` },
  { key: 'actor', title: t.actor, cell: actorOf },
  { key: 'object', title: t.object, wide: true, cell: objectOf },
  { key: 'outcome', title: t.outcome, cell: (entry) => outcomeMark(entry.outcome) },
  { key: 'count', title: t.count, number: true, minor: true, cell: (entry) => entry.count },
  { key: 'address', title: t.address, minor: true, cell: (entry) => entry.address ?? '–' },
  { key: 'number', title: t.number, number: true, minor: true, cell: (entry) => entry.number },
];

/** Who has done what. */
@customElement('m-audit')
export class Audit extends Part {
  private readonly entries = new Pages<Entry>(this, (after, signal) => api.get('/audit', { query: { after, ...filterOf() } as never, signal }));
  private filtered = '';

  constructor() {
    super();
    new Watch(this, here);
  }

  /** Reads anew whenever the address asks for others. */
  override willUpdate(): void {
    const wanted = JSON.stringify(filterOf());
    if (wanted !== this.filtered) {
      this.filtered = wanted;
      void this.entries.load();
    }
  }

  override render() {
    const { q, from } = filterOf();
    return html`<header class="page-head"><h1>${t.title}</h1>
        ${action({ label: t.reread, icon: 'retry', run: () => void this.entries.load() })}
        ${action({ label: t.export, icon: 'download', run: () => void api.download('/audit/export', filterOf(), t.exportName).catch(failed) })}</header>
      <m-verification></m-verification>
      ${filterFields()}${chips(filterChips())}
      ${q !== undefined && from === undefined ? html`<p class="note">${t.searched}</p>` : nothing}
      ${block(this.entries.rows, {
        lines: 12,
        empty: { when: (entries) => entries.length === 0, say: () => emptiness(t.none) },
        ok: (entries) => html`<m-table label=${t.title} .rows=${entries} .columns=${COLUMNS} .keyOf=${(entry: Entry) => entry.id}
          .hrefOf=${(entry: Entry) => href(`/audit/${entry.id}`)} ?unfinished=${this.entries.unfinished} @more=${() => void this.entries.more()}></m-table>`,
      })}`;
  }
}
