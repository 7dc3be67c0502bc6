import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../../ground/types.ts';
import '../../parts/json-view/json-view.ts';
import { stateMark } from '../../parts/state.ts';
import { strip, type Brief } from '../../parts/strip.ts';
import './next-runs.ts';
import { policies } from './policies.ts';
import { schedule } from './schedule.ts';
import { t } from './words.ts';

type Job = Schemas['Job'];

const facts = (job: Job): TemplateResult => html`<dl class="facts">
  ${job.description === null ? nothing : html`<dt>${t.description}</dt><dd>${job.description}</dd>`}
  ${schedule(job)}
  <dt>${t.type}</dt><dd><a href="#/jobs?jobType=${job.jobType}">${job.jobType}</a></dd>
  <dt>${t.group}</dt><dd>${job.workerGroup ?? t.anyGroup}</dd>
  ${job.tags.length === 0 ? nothing : html`<dt>${t.tags}</dt><dd>${job.tags.map((tag) => html`<a class="tag" href="#/jobs?tag=${encodeURIComponent(tag)}">${tag}</a> `)}</dd>`}
  ${job.consecutiveFailures === 0 ? nothing : html`<dt>${t.failures}</dt><dd>${job.consecutiveFailures}</dd>`}
  <dt>${t.version}</dt><dd>${job.version}</dd>
  <dt>${t.updated}</dt><dd><m-time .at=${job.updatedAt} relative></m-time></dd>
  <dt>${t.created}</dt><dd><m-time .at=${job.createdAt} relative></m-time></dd>
  <dt>${t.id}</dt><dd><code>${job.id}</code></dd></dl>`;

const lastRuns = (job: Job, runs: readonly Brief[]): TemplateResult => html`<section class="card wide"><h2>${t.lastRuns}</h2>
  ${runs.length === 0 ? html`<p class="none">${t.noRuns}</p>` : html`<div class="last-runs">${strip(runs, { linked: true })}
    <a href="#/runs/${runs[0]!.id}">${stateMark(runs[0]!.state)}</a> <m-time .at=${runs[0]!.plannedAt} .jobZone=${job.timeZone} relative></m-time>
    <a href="#/jobs/${job.id}?tab=runs">${t.allRuns}</a></div>`}</section>`;

/** A job at a glance. @param runs its last ones; undefined if they may not be seen */
export const overview = (job: Job, runs: readonly Brief[] | undefined): TemplateResult => html`<div class="job-cards">
  ${runs === undefined ? nothing : lastRuns(job, runs)}
  <div class="stack"><section class="card"><h2>${t.facts}</h2>${facts(job)}</section>
  <section class="card"><h2>${t.policies}</h2>${policies(job)}</section></div>
  <div class="stack"><section class="card"><h2>${t.nextRuns}</h2><m-next-runs .job=${job}></m-next-runs></section>
  <section class="card"><h2>${t.data}</h2>${Object.keys(job.jobData as object ?? {}).length === 0 ? html`<p class="none">${t.noData}</p>`
    : html`<m-json-view label=${t.data} .value=${job.jobData}></m-json-view>${job.secretFields.length === 0 ? nothing : html`<p class="meta">${t.secrets}</p>`}`}</section></div>
</div>`;
