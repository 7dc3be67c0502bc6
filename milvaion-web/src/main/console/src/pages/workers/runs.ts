import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { span } from '../../ground/clock.ts';
import { href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { block } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

/** What an instance runs now: what keeps one from being drained. */
@customElement('m-worker-runs')
export class WorkerRuns extends Part {
  @property() instance = '';
  /** When its last heartbeat came: with each the runs may be others, also when they are as many. */
  @property() heartbeat = '';

  private readonly runs = new Resource<Schemas['WorkerRun'][]>(this, async (signal) =>
    (await api.get('/workers/{instanceId}', { path: { instanceId: this.instance }, signal })).runs);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('instance')) {
      this.runs.forget();
    }
    if (changed.has('instance') || changed.has('heartbeat')) {
      void this.runs.load();
    }
  }

  override render() {
    return block(this.runs, {
      lines: 2,
      empty: { when: (runs) => runs.length === 0, say: () => html`<p class="meta">${t.noRuns}</p>` },
      ok: (runs) => html`<table aria-label=${t.runs}><thead><tr><th scope="col">${t.job}</th><th scope="col">${t.run}</th>
        <th scope="col" class="number">${t.attempt}</th><th scope="col">${t.since}</th><th scope="col" class="number">${t.runsFor}</th></tr></thead>
        <tbody>${runs.map((run) => html`<tr><td><a href=${href(`/jobs/${run.jobId}`)}>${run.jobName}</a></td>
          <td><a class="mono" href=${href(`/runs/${run.occurrenceId}`)}>${run.occurrenceId}</a></td><td class="number">${run.attempt}</td>
          <td><m-time .at=${run.startedAt ?? null}></m-time></td>
          <td class="number">${run.runningMs == null ? '–' : span(run.runningMs)}</td></tr>`)}</tbody></table>`,
    });
  }
}
