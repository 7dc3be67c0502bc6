import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Change = Schemas['CalendarChange'];
type Job = Schemas['MovedJob'];

const f = t.form;
const SHOWN = 10;
const MOVED = 5;

const instants = (mine: readonly string[], others: readonly string[]): TemplateResult => {
  const own = mine.filter((at) => !others.includes(at)).slice(0, SHOWN);
  return own.length === 0 ? html`<span class="none">–</span>` : html`<ul class="rules">${own.map((at) => html`<li><m-time .at=${at} zoned></m-time></li>`)}</ul>`;
};

const job = (one: Job): TemplateResult => html`<li><a href=${href(`/jobs/${one.id}`)}>${one.displayName}</a>
  <details><summary>${f.details}</summary><div class="table-wrap" tabindex="0" role="region" aria-label=${f.moveTable(one.displayName)}><table>
    <thead><tr><th scope="col">${f.before}</th><th scope="col">${f.after}</th></tr></thead>
    <tbody><tr><td class="loose">${instants(one.before, one.after)}</td><td class="loose">${instants(one.after, one.before)}</td></tr></tbody></table></div>
    ${one.moved.length === 0 ? nothing : html`<ul class="rules meta">${one.moved.slice(0, MOVED).map((run) => html`<li><m-time .at=${run.from} zoned></m-time> ${
      run.to === null ? f.falls : run.merged ? f.merged : html`→ <m-time .at=${run.to} zoned></m-time>`}${run.why === null ? nothing : html` (${run.why})`}</li>`)}</ul>`}</details></li>`;

/** Which runs of which jobs a change of a calendar moves. */
export const moves = (change: Change): TemplateResult => html`
  <p>${change.jobs.length === 0 ? f.nothingMoves(change.affected) : f.moves(change.jobs.length)}</p>
  ${change.jobs.length === 0 ? nothing : html`<ul class="moved-jobs">${change.jobs.map(job)}</ul>`}
  ${change.complete ? nothing : html`<p class="note warning">${f.incomplete}</p>`}`;
