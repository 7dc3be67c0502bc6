import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { api } from '../../ground/api.ts';
import type { LiveEvent } from '../../ground/live.ts';
import { can } from '../../ground/session.ts';
import { RunEvents } from '../../parts/runs/events.ts';
import { withRun, type Brief } from '../../parts/strip.ts';

/** The last runs of one job, kept up to date by events. */
export class LastRuns implements ReactiveController {
  /** New ones first; undefined while they are not read, or may not be. */
  runs: readonly Brief[] | undefined;
  private readonly events: RunEvents;

  constructor(private readonly host: ReactiveControllerHost, private readonly job: () => string) {
    this.events = new RunEvents(host, (told) => {
      for (const run of told.values()) {
        if (run.jobId === this.job() && this.runs !== undefined) {
          this.runs = withRun(this.runs, run);
        }
      }
      this.host.requestUpdate();
    }, () => void this.load());
    host.addController(this);
  }

  async load(): Promise<void> {
    const job = this.job();
    if (!can('Occurrence.Read')) {
      return;
    }
    const { items } = await api.get('/jobs/recent-runs', { query: { jobId: [job] } }).catch(() => ({ items: [] }));
    if (job === this.job()) {
      this.runs = items[0]?.runs ?? this.runs;
      this.host.requestUpdate();
    }
  }

  receive(event: LiveEvent): void {
    this.events.add(event);
  }

  forget(): void {
    this.runs = undefined;
  }

  hostConnected(): void {}
}
