import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { span } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import type { Schemas } from '../../ground/types.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';
import { t } from './runs-words.ts';

type Missed = Schemas['MissedRun'];

const columns = (zone: string): readonly Column<Missed>[] => [
  { key: 'planned', title: t.planned, cell: (missed) => html`<m-time .at=${missed.plannedAt} .jobZone=${zone}></m-time>` },
  { key: 'last', title: t.last, minor: true, cell: (missed) => html`<m-time .at=${missed.lastAt} .jobZone=${zone}></m-time>` },
  { key: 'count', title: t.count, number: true, cell: (missed) => number(missed.count) },
  { key: 'reason', title: t.reason, wide: true, cell: (missed) => html`<span title=${missed.detail ?? ''}>${t.reasons[missed.reason]}</span>` },
  { key: 'late', title: t.late, number: true, minor: true, cell: (missed) => (missed.lateMs === null ? '–' : span(missed.lateMs)) },
  { key: 'recorded', title: t.recorded, minor: true, cell: (missed) => html`<m-time .at=${missed.createdAt} .jobZone=${zone} relative></m-time>` },
];

/** Planned instants of one job that did not run as planned. */
@customElement('m-job-missed')
export class JobMissed extends Part {
  @property() job = '';
  @property() zone = 'UTC';

  private readonly missed = new Pages<Missed>(this, (after, signal) =>
    api.get('/missed-runs', { query: { jobId: this.job, after }, signal }));

  constructor() {
    super();
    new Live(this, { channels: () => [`job:${this.job}`], reread: () => void this.missed.load() });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('job')) {
      this.missed.rows.forget();
      void this.missed.load();
    }
  }

  override render() {
    return block(this.missed.rows, {
      lines: 6,
      empty: { when: (rows) => rows.length === 0, say: () => emptiness(t.noMissed) },
      ok: (rows) => html`<m-table label=${t.missed} .rows=${rows} .columns=${columns(this.zone)} .keyOf=${(row: Missed) => row.id}
        ?unfinished=${this.missed.unfinished} @more=${() => void this.missed.more()}></m-table>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-missed': JobMissed }
}
