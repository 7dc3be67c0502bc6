import type { ReactiveControllerHost } from 'lit';
import { api } from '../../ground/api.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import { Soon } from '../../ground/soon.ts';
import { RunEvents } from '../../parts/runs/events.ts';
import { after, isOlder, type Run, type Told } from '../../parts/runs/newer.ts';

export const MOST_BARS = 2000;
const MOST_READ = 5000;
const PAGE = 200;
const AGAIN_MS = 2000;

/** What of the list is meant. */
export interface Meant { jobId?: string | undefined; state?: string | undefined; from: string; to: string }

export interface Shown {
  runs: ReadonlyMap<string, Run>;
  /** Runs planned before this were not read: there are too many. */
  readFrom: number | null;
}

/** Runs of a part of time, the newest so many, and those that run whenever they were planned. */
export class TimelineData {
  readonly shown: Resource<Shown>;
  private readonly again: Soon;

  constructor(host: ReactiveControllerHost, private readonly meant: () => Meant) {
    this.shown = new Resource(host, (signal) => this.read(signal));
    this.again = new Soon(host, AGAIN_MS, () => this.readNewest());
    const events = new RunEvents(host, (told) => this.take(told), () => void this.shown.load());
    new Live(host, { channels: () => ['occurrences'], event: (event) => events.add(event), reread: () => void this.shown.load() });
  }

  private async read(signal: AbortSignal): Promise<Shown> {
    const meant = this.meant();
    const runs = new Map<string, Run>();
    const keep = (items: Run[]) => items.forEach((run) => runs.set(run.id, run));
    if (meant.state === undefined || meant.state === 'running') {
      keep((await api.get('/occurrences', { query: { jobId: meant.jobId, state: 'running', limit: PAGE }, signal })).items);
    }
    let after: string | undefined;
    for (let read = 0; read < MOST_READ; read += PAGE) {
      const { items, nextCursor } = await api.get('/occurrences', { query: { ...meant, after, limit: PAGE } as never, signal });
      keep(items);
      if (nextCursor === null) {
        return { runs, readFrom: null };
      }
      after = nextCursor;
      if (read + PAGE >= MOST_READ) {
        return { runs, readFrom: Date.parse(items.at(-1)!.plannedAt) };
      }
    }
    return { runs, readFrom: null };
  }

  private take(told: ReadonlyMap<string, Told>): void {
    const before = this.shown.value;
    if (before === undefined) {
      return;
    }
    const runs = new Map(before.runs);
    let news = false;
    for (const [id, one] of told) {
      const known = runs.get(id);
      if (known === undefined) {
        news = true;
      } else {
        runs.set(id, after(known, one));
        news ||= one.state === 'running' && known.workerInstance === null;
      }
    }
    this.shown.set({ ...before, runs });
    if (news) { // events do not say by which worker
      this.again.ask();
    }
  }

  private async readNewest(): Promise<void> {
    const before = this.shown.value;
    if (before === undefined) {
      return;
    }
    try {
      const { items } = await api.get('/occurrences', { query: { ...this.meant(), limit: PAGE } as never });
      const runs = new Map(this.shown.value!.runs);
      for (const run of items) {
        const known = runs.get(run.id);
        if (known === undefined || !isOlder(run, known)) {
          runs.set(run.id, run);
        }
      }
      this.shown.set({ ...before, runs });
    } catch {
      void this.shown.load(); // which says what is wrong
    }
  }
}
