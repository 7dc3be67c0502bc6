import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { span } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { block, emptiness } from '../block.ts';
import { Part } from '../part.ts';
import { failuresOf, percent } from './numbers.ts';
import { RANGES, type Range } from './range.ts';
import { t } from './words.ts';

type TopJob = Schemas['TopJob'];

/** The jobs that failed most, or take longest, in a range: `<m-top-jobs sort="failed" range="24h">`. */
@customElement('m-top-jobs')
export class TopJobs extends Part {
  @property() sort: 'failed' | 'duration' = 'failed';
  @property() range: Range = '24h';
  @property({ type: Number }) top = 5;

  private readonly jobs = new Resource(this, (signal) => api.get('/statistics/jobs', {
    query: { from: new Date(Date.now() - RANGES[this.range]).toISOString(), sort: this.sort, top: this.top }, signal,
  }));

  constructor() {
    super();
    new Live(this, { channels: () => [], reread: () => void this.jobs.load() });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('range') || changed.has('sort')) {
      void this.jobs.load();
    }
  }

  override render() {
    const failed = this.sort === 'failed';
    return block(this.jobs, {
      lines: this.top,
      empty: { when: ({ jobs }) => jobs.length === 0, say: () => emptiness(failed ? t.noFailures : t.noSlow) },
      ok: ({ jobs }) => html`<div class="table-wrap" tabindex="0"><table>
        <thead><tr><th scope="col">${t.job}</th>${(failed ? [t.failures, t.ended, t.success] : ['p50', 'p95', t.longest]).map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
        <tbody>${jobs.map((job) => html`<tr><td>${this.name(job)}</td>${(failed ? this.failures(job) : this.durations(job)).map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody>
      </table></div>`,
    });
  }

  private name(job: TopJob) {
    return job.deleted ? html`${job.jobName} <span class="tag">${t.deleted}</span>` : html`<a href=${href(`/jobs/${job.jobId}`, { tab: 'statistics', range: this.range })}>${job.jobName}</a>`;
  }

  private failures({ jobId, runs }: TopJob) {
    return [html`<a href=${href('/failures', { jobId })}>${number(failuresOf(runs))}</a>`, number(runs.ended), percent(runs.successRate)];
  }

  private durations({ runs: { durations } }: TopJob) {
    return durations ? [span(durations.p50Ms), span(durations.p95Ms), span(durations.maxMs)] : ['', '', ''];
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-top-jobs': TopJobs }
}
