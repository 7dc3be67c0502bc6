import type { ReactiveControllerHost } from 'lit';
import { api } from '../../ground/api.ts';
import { Live } from '../../ground/live.ts';
import { here } from '../../ground/location.ts';
import { RunEvents } from '../../parts/runs/events.ts';
import { jobOf, knownJobs } from '../../parts/runs/known-jobs.ts';
import { after, type Run, type Told } from '../../parts/runs/newer.ts';
import { Pages } from '../../parts/table/pages.ts';
import { asked, criteriaOf, type Criteria } from './criteria.ts';

const MOST_PAGES = 5; // of 200, when what is shown is read again
const MOST_NEW = 10_000;

/** The runs that are shown. What is shown changes where it stands; what is new waits and is counted. */
export class RunList {
  readonly pages: Pages<Run>;
  /** Runs that fit and are not shown. */
  readonly fresh = new Set<string>();
  private meant: Omit<Criteria, 'since'> = {};
  private readonly events: RunEvents;

  constructor(private readonly host: ReactiveControllerHost) {
    this.pages = new Pages<Run>(host, (cursor, signal) => api.get('/occurrences', { query: { ...this.meant, after: cursor }, signal }));
    this.events = new RunEvents(host, (told) => this.take(told), () => void this.reread());
    new Live(host, { channels: () => ['occurrences'], event: (event) => this.events.add(event), reread: () => void this.reread() });
  }

  get rows(): readonly Run[] {
    return this.pages.rows.value ?? [];
  }

  /** Reads from the newest; what waited is among them. */
  load(): Promise<void> {
    this.meant = asked(criteriaOf(here.value.query));
    this.fresh.clear();
    return this.pages.load();
  }

  /** What is shown belongs to other criteria by now. */
  restart(): void {
    this.pages.rows.forget();
    void this.load();
  }

  private take(told: ReadonlyMap<string, Told>): void {
    if (this.pages.rows.value === undefined) {
      return;
    }
    const known = new Set<string>();
    this.pages.rows.set(this.rows.map((run) => {
      const news = told.get(run.id);
      if (news === undefined) {
        return run;
      }
      known.add(run.id);
      return after(run, news);
    }));
    for (const [id, news] of told) {
      if (!known.has(id)) {
        this.consider(news);
      }
    }
  }

  private consider(told: Told): void {
    if (this.fits(told)) {
      this.note(told.id);
    } else if (this.meant.jobType !== undefined && !knownJobs.value.has(told.jobId)) {
      void jobOf(told.jobId).then(() => this.fits(told) && this.note(told.id));
    }
  }

  private note(id: string): void {
    if (this.fresh.size < MOST_NEW && !this.rows.some((run) => run.id === id)) {
      this.fresh.add(id);
      this.host.requestUpdate();
    }
  }

  private fits(told: Told): boolean {
    const { state, jobId, jobType, manual, from, to } = this.meant;
    const oldest = this.pages.unfinished ? this.rows.at(-1)?.id ?? '' : '';
    return told.id > oldest // older ones come as one scrolls
      && (state === undefined || told.state === state)
      && (jobId === undefined || told.jobId === jobId)
      && (jobType === undefined || knownJobs.value.get(told.jobId)?.type === jobType)
      && (manual === undefined || manual === (told.triggeredBy !== undefined && told.triggeredBy !== null))
      && (told.plannedAt === undefined || (from === undefined || told.plannedAt >= from) && (to === undefined || told.plannedAt < to));
  }

  /** Some events were missed: reads what is shown again, and moves nothing. */
  private async reread(): Promise<void> {
    const oldest = this.rows.at(-1)?.id;
    if (oldest === undefined) {
      await this.load();
      return;
    }
    try {
      const found = await this.readDownTo(oldest);
      const byId = new Map(found.map((run) => [run.id, run]));
      this.pages.rows.set(this.rows.map((run) => byId.get(run.id) ?? run));
      const shown = new Set(this.rows.map((run) => run.id));
      found.filter((run) => run.id > oldest && !shown.has(run.id)).forEach((run) => this.note(run.id));
    } catch {
      void this.load(); // which says what is wrong
    }
  }

  private async readDownTo(oldest: string): Promise<Run[]> {
    const found: Run[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { items, nextCursor } = await api.get('/occurrences', { query: { ...this.meant, after: cursor, limit: 200 } });
      found.push(...items);
      if (nextCursor === null || (items.at(-1)?.id ?? '') <= oldest) {
        break;
      }
      cursor = nextCursor;
    }
    return found;
  }
}
