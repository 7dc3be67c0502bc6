import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { api } from '../../ground/api.ts';
import type { LiveEvent } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import { can } from '../../ground/session.ts';
import { Soon } from '../../ground/soon.ts';
import { RunEvents } from '../../parts/runs/events.ts';
import type { Told } from '../../parts/runs/newer.ts';
import { withRun } from '../../parts/strip.ts';
import type { Row } from './row.ts';
import { listQuery } from './view.ts';

const PAGE = 100; // as many as /jobs/recent-runs takes
const PAUSE_MS = 4000;

/**
 * The rows of the list, page by page. Once drawn a row stays where it is: what happens changes what is in it, a new
 * job only the count of those that wait.
 */
export class Rows implements ReactiveController {
  readonly rows: Resource<Row[]>;
  total = 0;
  totalIsLowerBound = false;
  /** Jobs that were made since the list was read. */
  news = new Set<string>();

  private cursors: (string | undefined)[] = [undefined]; // where each page begins, and the next one
  private finished = false;
  private growing = false;
  private readonly runs: RunEvents;
  private readonly touched = new Set<string>();
  private readonly again: Soon;

  /** @param isSeen whether a row is drawn: only these are read again */
  constructor(private readonly host: ReactiveControllerHost, private readonly isSeen: (id: string) => boolean) {
    this.rows = new Resource(host, (signal) => this.first(signal));
    this.runs = new RunEvents(host, (told) => this.take(told), () => this.touchAll());
    this.again = new Soon(host, PAUSE_MS, () => this.reread());
    host.addController(this);
  }

  get unfinished(): boolean {
    return !this.finished;
  }

  load(): Promise<void> {
    this.touched.clear();
    return this.rows.load();
  }

  async more(): Promise<void> {
    const at = this.cursors.length - 1;
    if (this.finished || this.growing) {
      return;
    }
    this.growing = true;
    try {
      const rows = await this.page(at);
      if (at === this.cursors.length - 2) {
        const known = new Set(this.rows.value?.map((row) => row.job.id));
        this.rows.set([...this.rows.value ?? [], ...rows.filter((row) => !known.has(row.job.id))]);
        void this.readRuns(rows);
      }
    } finally {
      this.growing = false;
      this.host.requestUpdate();
    }
  }

  receive(event: LiveEvent): void {
    const id = event.type.startsWith('job.') ? event.id : String(event.data['jobId'] ?? '');
    if (event.type === 'job.created' && id !== undefined) {
      this.news.add(id);
      this.host.requestUpdate();
    } else if (event.type === 'job.deleted') {
      this.change(id, (row) => ({ ...row, gone: true }));
    }
    this.runs.add(event);
    if (event.type.startsWith('job.') || event.type === 'occurrence.queued' || event.type === 'occurrence.skipped') {
      this.touch(id ?? '');
    }
  }

  /** Something may have been missed. */
  touchAll(): void {
    this.rows.value?.forEach((row) => this.touch(row.job.id));
    void this.readRuns((this.rows.value ?? []).filter((row) => this.isSeen(row.job.id)));
  }

  hostConnected(): void {}

  private async first(signal: AbortSignal): Promise<Row[]> {
    const rows = await this.page(0, signal);
    this.news.clear();
    void this.readRuns(rows);
    return rows;
  }

  private async page(at: number, signal?: AbortSignal): Promise<Row[]> {
    const answer = await api.get('/jobs', { query: { ...listQuery(), limit: PAGE, after: this.cursors[at] } as never, ...signal && { signal } });
    this.cursors = [...this.cursors.slice(0, at + 1), answer.nextCursor ?? undefined];
    this.finished = answer.nextCursor === null;
    if (at === 0) {
      this.total = answer.total;
      this.totalIsLowerBound = answer.totalIsLowerBound;
    }
    return answer.items.map((job) => ({ job }));
  }

  /** One request for the strips of a page of rows. */
  private async readRuns(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0 || !can('Occurrence.Read')) {
      return;
    }
    const { items } = await api.get('/jobs/recent-runs', { query: { jobId: rows.map((row) => row.job.id) } })
      .catch(() => ({ items: [] })); // the rows are there without their strips, too
    const runs = new Map(items.map((one) => [one.jobId, one]));
    this.rows.set((this.rows.value ?? []).map((row) => {
      const read = runs.get(row.job.id);
      return read === undefined ? row : { ...row, runs: read.runs, p95Ms: read.durations?.p95Ms ?? null };
    }));
  }

  private take(told: ReadonlyMap<string, Told>): void {
    const rows = [...this.rows.value ?? []];
    for (const run of told.values()) {
      const at = rows.findIndex((row) => row.job.id === run.jobId);
      const row = rows[at];
      if (row?.runs !== undefined) {
        rows[at] = { ...row, runs: withRun(row.runs, run) };
      }
    }
    this.rows.set(rows);
  }

  private change(id: string | undefined, how: (row: Row) => Row): void {
    const at = this.rows.value?.findIndex((row) => row.job.id === id) ?? -1;
    if (at >= 0) {
      this.rows.set(this.rows.value!.with(at, how(this.rows.value![at]!)));
    }
  }

  /** Definitions and next runs of rows that are seen are read anew, some seconds' worth of events at once. */
  private touch(id: string): void {
    this.touched.add(id);
    this.again.ask();
  }

  private async reread(): Promise<void> {
    const rows = this.rows.value ?? [];
    const pages = new Set(rows.flatMap((row, index) =>
      (this.touched.has(row.job.id) && this.isSeen(row.job.id) ? [Math.floor(index / PAGE)] : [])));
    this.touched.clear();
    for (const page of pages) {
      const { items } = await api.get('/jobs', { query: { ...listQuery(), limit: PAGE, after: this.cursors[page] } as never });
      const read = new Map(items.map((job) => [job.id, job]));
      this.rows.set((this.rows.value ?? []).map((row) => {
        const job = read.get(row.job.id);
        return job === undefined || job.version < row.job.version ? row : { ...row, job };
      }));
    }
  }
}
