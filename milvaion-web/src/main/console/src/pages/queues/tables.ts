import { html, nothing, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { icon } from '../../parts/icon.ts';
import { rate } from './rate.ts';
import { waitingIn } from './verdict.ts';
import { t } from './words.ts';

type Queue = Schemas['QueueList']['queues'][number];

const none = html`<span class="none">–</span>`;

const count = (n: number | null | undefined): TemplateResult | string => (n === null || n === undefined ? none : number(n));

/** Queues of runs: those in which something waits first. */
export const runQueues = (queues: readonly Queue[]): TemplateResult => html`<div class="table-wrap" tabindex="0"><table aria-label=${t.runs}>
  <thead><tr>
    <th scope="col">${t.queue}</th>
    ${[t.waiting, t.oldest, t.comes, t.goes, t.consumers, t.running, t.held, t.backoff].map((title) => html`<th scope="col" class="number">${title}</th>`)}
    <th scope="col">${t.openRuns}</th>
  </tr></thead>
  <tbody>${[...queues].sort(byWaiting).map(row)}</tbody></table></div>`;

const byWaiting = (one: Queue, other: Queue): number =>
  (other.ready ?? 0) - (one.ready ?? 0) || one.name.localeCompare(other.name);

const row = (queue: Queue): TemplateResult => {
  const deserted = waitingIn(queue) > 0 && queue.consumers === 0;
  return html`<tr>
    <th scope="row" class="name" title=${queue.name}>${queue.jobType}${queue.workerGroup === null ? nothing
      : html` <span class="tag">${t.group(queue.workerGroup)}</span>`}${queue.growing ? html` <span class="state" data-state="waiting">${icon('up')} ${t.growing}</span>` : nothing}</th>
    <td class="number">${count(queue.ready)}</td>
    <td class="number">${queue.oldestAgeMs === null ? none : span(queue.oldestAgeMs)}</td>
    <td class="number">${rate(queue.publishedPerSecond ?? 0)}</td>
    <td class="number">${rate(queue.startedPerSecond ?? 0)}</td>
    <td class="number">${deserted ? html`<span class="state" data-state="failed">${icon('failures')} 0</span>` : count(queue.consumers)}</td>
    <td class="number">${count(queue.open?.running)}</td>
    <td class="number">${count(queue.open?.held)}</td>
    <td class="number">${count(queue.open?.backoff)}</td>
    <td><a href=${href('/runs', { jobType: queue.jobType, state: ['queued', 'running'] })} aria-label=${t.openRunsOf(queue.jobType ?? '')}>${t.openRuns}</a></td>
  </tr>`;
};

/** Queues that the nodes consume. */
export const nodeQueues = (queues: readonly Queue[]): TemplateResult => html`<div class="table-wrap" tabindex="0"><table aria-label=${t.node}>
  <thead><tr><th scope="col">${t.queue}</th><th scope="col" class="number">${t.messages}</th><th scope="col" class="number">${t.consumers}</th></tr></thead>
  <tbody>${queues.map((queue) => html`<tr><th scope="row" class="name">${queue.name}</th>
    <td class="number">${count(queue.ready)}</td><td class="number">${count(queue.consumers)}</td></tr>`)}</tbody></table></div>`;
