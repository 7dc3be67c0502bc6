import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Forecast = Schemas['PlanForecast'];

const NAMED = 5; // jobs of a peak

const jobLink = (id: string, name: string): TemplateResult => html`<a href=${href(`/jobs/${id}`)}>${name}</a>`;

const table = (heads: readonly { text: string; number?: boolean; wide?: boolean; minor?: boolean }[], rows: readonly TemplateResult[]): TemplateResult => html`
  <div class="table-wrap" tabindex="0"><table><thead><tr>${heads.map((head) =>
    html`<th scope="col" class="${head.number ? 'number' : ''} ${head.wide ? 'wide' : ''} ${head.minor ? 'minor' : ''}">${head.text}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;

const peak = (one: Schemas['ForecastPeak']): TemplateResult => html`<tr>
  <td><m-time .at=${one.at} zoned></m-time></td><td class="number">${number(one.runs)}</td><td class="number">${number(one.jobs)}</td>
  <td class="loose"><ul class="herd">${one.most.slice(0, NAMED).map((job) => html`<li>${jobLink(job.jobId, job.jobName)} (${number(job.runs)})</li>`)}${
    one.jobs > NAMED ? html`<li>${t.others(one.jobs - NAMED)}</li>` : nothing}</ul></td></tr>`;

/** The moments with most runs, and whose they are. */
export const herd = ({ peaks }: Forecast): TemplateResult | typeof nothing => peaks.length === 0 ? nothing : html`
  <section aria-labelledby="herd"><h2 id="herd">${t.herd}</h2><p class="meta">${t.herdHint}</p>
    ${table([{ text: t.at }, { text: t.runs, number: true }, { text: t.jobs, number: true }, { text: t.whose, wide: true }], peaks.map(peak))}</section>`;

/** The runs that come next, by the clock that was chosen. */
export const nextRuns = ({ nextRuns: runs }: Forecast): TemplateResult | typeof nothing => runs.length === 0 ? nothing : html`
  <section aria-labelledby="next"><h2 id="next">${t.next}</h2>
    ${table([{ text: t.at }, { text: t.job, wide: true }, { text: t.type, minor: true }], runs.map((run) => html`<tr>
      <td><m-time .at=${run.plannedAt} .jobZone=${run.timeZone} zoned relative></m-time></td><td class="wide">${jobLink(run.jobId, run.jobName)}</td>
      <td class="minor">${run.jobType}</td></tr>`))}</section>`;

/** Jobs that have nothing planned, and why. */
export const withoutNextRun = ({ withoutNextRun: jobs, withoutNextRunTotals }: Forecast): TemplateResult => {
  const all = withoutNextRunTotals.reduce((sum, total) => sum + total.jobs, 0);
  return html`<section aria-labelledby="without"><h2 id="without">${t.without}</h2>
    ${jobs.length === 0 ? html`<p class="none">${t.allPlanned}</p>` : table([{ text: t.job, wide: true }, { text: t.reason }, { text: t.last, minor: true }],
      jobs.map((job) => html`<tr><td class="wide">${jobLink(job.jobId, job.jobName)}</td><td class="loose">${t.reasons[job.reason]}</td>
        <td class="minor"><m-time .at=${job.lastPlannedAt}></m-time></td></tr>`))}
    ${all > jobs.length ? html`<p class="meta">${t.shownOf(number(jobs.length), number(all))}</p>` : nothing}</section>`;
};
