import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { span } from '../../ground/clock.ts';
import { Live } from '../../ground/live.ts';
import { href } from '../../ground/location.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { RunEvents } from '../../parts/runs/events.ts';
import { after, type Run, type Told } from '../../parts/runs/newer.ts';
import { stateMark, type State } from '../../parts/state.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';
import { t } from './runs-words.ts';

const LATE_MS = 1000;

const late = (run: Run): string => {
  const ms = run.startedAt === null || run.attempt > 1 ? 0 : Date.parse(run.startedAt) - Date.parse(run.plannedAt);
  return ms < LATE_MS ? '' : `+${span(ms)}`;
};

const columns = (zone: string): readonly Column<Run>[] => [
  { key: 'state', title: t.state, cell: (run) => stateMark(run.state as State) },
  { key: 'planned', title: t.planned, cell: (run) => html`<m-time .at=${run.plannedAt} .jobZone=${zone} relative></m-time>` },
  { key: 'started', title: t.started, minor: true, cell: (run) => html`<m-time .at=${run.startedAt} .jobZone=${zone}></m-time>` },
  { key: 'late', title: t.late, number: true, minor: true, cell: late },
  { key: 'duration', title: t.duration, number: true, cell: (run) => (run.durationMs === null ? '–' : span(run.durationMs)) },
  { key: 'attempt', title: t.attempt, number: true, minor: true, cell: (run) => run.attempt },
  { key: 'worker', title: t.worker, wide: true, minor: true, cell: (run) => run.workerInstance ?? '–' },
  { key: 'trigger', title: t.trigger, minor: true, cell: (run) => (run.manual ? run.triggeredBy ?? t.manual : t.scheduled) },
  { key: 'version', title: t.version, number: true, minor: true, cell: (run) => run.jobVersion },
];

/** The runs of one job, new ones first. */
@customElement('m-job-runs')
export class JobRuns extends Part {
  @property() job = '';
  @property() zone = 'UTC';
  @state() private news: ReadonlySet<string> = new Set();

  private readonly runs = new Pages<Run>(this, (from, signal) =>
    api.get('/occurrences', { query: { jobId: this.job, after: from }, signal }));
  private readonly events = new RunEvents(this, (told) => this.take(told), () => this.read());

  constructor() {
    super();
    new Live(this, { channels: () => [`job:${this.job}`], event: (event) => this.events.add(event), reread: () => this.read() });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('job')) {
      this.runs.rows.forget();
      this.read();
    }
  }

  override render() {
    return html`${this.news.size === 0 ? nothing : html`<p class="live-news">${action({ label: t.news(this.news.size), icon: 'up', id: 'news', run: () => this.read() })}</p>`}
      ${block(this.runs.rows, {
        lines: 12,
        empty: { when: (rows) => rows.length === 0, say: () => emptiness(t.none) },
        ok: (rows) => html`<m-table label=${t.title} .rows=${rows} .columns=${columns(this.zone)} .keyOf=${(run: Run) => run.id}
          .hrefOf=${(run: Run) => href(`/runs/${run.id}`)} ?unfinished=${this.runs.unfinished} @more=${() => void this.runs.more()}></m-table>`,
      })}`;
  }

  private read(): void {
    this.news = new Set();
    void this.runs.load();
  }

  private take(told: ReadonlyMap<string, Told>): void {
    const known = this.runs.rows.value ?? [];
    const ids = new Set(known.map((run) => run.id));
    this.runs.rows.set(known.map((run) => (told.has(run.id) ? after(run, told.get(run.id)!) : run)));
    const fresh = [...told.values()].filter((run) => run.jobId === this.job && !ids.has(run.id) && run.id > (known[0]?.id ?? '')).map((run) => run.id);
    if (fresh.length > 0) {
      this.news = new Set([...this.news, ...fresh]);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-runs': JobRuns }
}
