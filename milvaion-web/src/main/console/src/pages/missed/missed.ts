import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { short, span } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import { change, here, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { block, emptiness } from '../../parts/block.ts';
import { chips, type Chip } from '../../parts/chips.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import { t } from './words.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';

type Missed = Schemas['MissedRun'];

const DAY_MS = 86_400_000;
const RANGES: Record<string, number | null> = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS, all: null };

const COLUMNS: readonly Column<Missed>[] = [
  { key: 'job', title: t.job, cell: (missed) => missed.jobName },
  {
    key: 'planned', title: t.planned,
    cell: (missed) => html`<m-time .at=${missed.plannedAt} relative></m-time>${missed.count > 1 ? html` <span class="meta">${t.until(short(missed.lastAt))}</span>` : nothing}`,
  },
  { key: 'count', title: t.count, number: true, cell: (missed) => number(missed.count) },
  { key: 'reason', title: t.reason, wide: true, cell: (missed) => html`<span title=${missed.detail ?? nothing}>${t.reasons[missed.reason] ?? missed.reason}</span>` },
  { key: 'late', title: t.late, number: true, minor: true, cell: (missed) => (missed.lateMs === null ? '–' : span(missed.lateMs)) },
];

/** The ledger of planned instants that did not run as planned. */
@customElement('m-missed')
export class MissedRuns extends Part {
  private readonly missed = new Pages<Missed>(this, (after, signal) =>
    api.get('/missed-runs', { query: { after, ...this.criteria(), reason: here.value.query.get('reason') as never }, signal }));

  private readonly summary = new Resource(this, (signal) => api.get('/missed-runs/summary', { query: this.criteria(), signal }));
  private shown = '';

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, {
      channels: () => ['occurrences', 'jobs'],
      event: (event) => {
        if (event.type === 'occurrence.skipped' || event.type === 'job.misfired') {
          void this.summary.load();
        }
      },
      reread: () => this.read(),
    });
  }

  override willUpdate(): void {
    if (here.value.query.toString() !== this.shown || this.missed.rows.readAt === undefined && !this.missed.rows.loading) {
      this.shown = here.value.query.toString();
      this.read();
    }
  }

  override render() {
    const range = this.range();
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      <div class="filters"><label>${t.since} <select data-filter @change=${(event: Event) => change({ range: (event.target as HTMLSelectElement).value })}>${
        Object.keys(RANGES).map((name) => html`<option value=${name} ?selected=${name === range}>${t.range[name]}</option>`)}</select></label></div>
      ${chips(this.chips(range))}
      ${block(this.summary, {
        lines: 2,
        ok: (summary) => (summary.totals.length === 0 ? html`` : html`<div class="tiles">${summary.totals.map((total) => html`
          <a class="tile" href=${href('/missed', { range, reason: total.reason })}><b>${number(total.count)}</b><span>${t.reasons[total.reason] ?? total.reason}</span></a>`)}</div>`),
      })}
      ${block(this.missed.rows, {
        lines: 10,
        empty: { when: (rows) => rows.length === 0, say: () => emptiness(t.none) },
        ok: (rows) => html`<m-table label=${t.title} .rows=${rows} .columns=${COLUMNS} .keyOf=${(row: Missed) => row.id}
          .hrefOf=${(row: Missed) => href(`/jobs/${row.jobId}`)} ?unfinished=${this.missed.unfinished} @more=${() => void this.missed.more()}></m-table>`,
      })}`;
  }

  private range(): string {
    const named = here.value.query.get('range') ?? 'day';
    return named in RANGES ? named : 'day';
  }

  private chips(range: string): Chip[] {
    const { query } = here.value;
    return [
      ...range === 'all' ? [] : [{ label: t.range[range]!, names: ['range'], value: 'all' }],
      ...query.has('jobId') ? [{ label: t.jobChip(query.get('job') ?? query.get('jobId')!), names: ['jobId', 'job'] }] : [],
      ...query.has('reason') ? [{ label: t.reasonChip(t.reasons[query.get('reason')!] ?? query.get('reason')!), names: ['reason'] }] : [],
    ];
  }

  private criteria(): { from?: string; jobId?: string } {
    const length = RANGES[this.range()];
    const jobId = here.value.query.get('jobId');
    return {
      ...length ? { from: new Date(Date.now() - length).toISOString() } : {},
      ...jobId ? { jobId } : {},
    };
  }

  private read(): void {
    void this.missed.load();
    void this.summary.load();
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-missed': MissedRuns }
}
