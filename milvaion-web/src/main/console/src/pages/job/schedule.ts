import { html, nothing, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Job = Schemas['Job'];

const text = ({ scheduleText, every, delay, rrule, cronExpression, cronDialect }: Job): TemplateResult => html`
  <span lang="en">${scheduleText ?? ''}</span> ${rrule === null ? html`<code>${cronExpression ?? every ?? delay}</code>` : html`<pre class="code">${rrule}</pre>`}
  ${cronExpression === null || cronDialect === 'milvaion' ? nothing : html`<span class="tag">${t.dialects[cronDialect]}</span>`}`;

const said = (job: Job): TemplateResult => {
  switch (job.schedule) {
    case 'none': return html`${t.onTrigger}`;
    case 'once': return html`${t.once} <m-time .at=${job.executeAt} .jobZone=${job.timeZone} zoned></m-time>`;
    default: return text(job);
  }
};

const at = (job: Job, instant: string): TemplateResult => html`<m-time .at=${instant} .jobZone=${job.timeZone} zoned></m-time>`;

/** What decides about the planned instants of a job, as facts. */
export const schedule = (job: Job): TemplateResult => html`
  <dt>${t.schedule}</dt><dd>${said(job)}</dd>
  ${job.startsAt === null ? nothing : html`<dt>${t.from}</dt><dd>${at(job, job.startsAt)}</dd>`}
  ${job.endsAt === null ? nothing : html`<dt>${t.until}</dt><dd>${at(job, job.endsAt)}</dd>`}
  ${job.maxRuns === null ? nothing : html`<dt>${t.atMost}</dt><dd>${t.runsAtMost(number(job.maxRuns))}</dd>`}
  ${job.calendars.length === 0 ? nothing : html`<dt>${t.calendars}</dt><dd>${job.calendars.map((name) => html`<a class="tag" href=${href(`/calendars/${name}`)}>${name}</a> `)}
    <span class="meta">${t.onClosed[job.onClosed]}</span></dd>`}
  ${job.spreadSeconds === null ? nothing : html`<dt>${t.spread}</dt><dd>${t.spreadOver(span(job.spreadSeconds * 1000))}</dd>`}
  ${job.jitterSeconds === null ? nothing : html`<dt>${t.jitter}</dt><dd>${t.jitterOver(span(job.jitterSeconds * 1000))}</dd>`}
  <dt>${t.zone}</dt><dd>${job.timeZone}</dd>`;
