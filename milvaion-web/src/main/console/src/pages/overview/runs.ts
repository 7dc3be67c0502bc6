import { html, type TemplateResult } from 'lit';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { stateMark, type State } from '../../parts/state.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

const SHOWN = 10;

const half = (id: string, title: string, link: { to: string; label: string }, rows: readonly TemplateResult[], heads: readonly string[], none: string): TemplateResult => html`
  <section aria-labelledby=${id}><div class="half-head"><h2 id=${id}>${title}</h2><a href=${link.to}>${link.label}</a></div>
    ${rows.length === 0 ? html`<p class="none">${none}</p>` : html`<div class="table-wrap" tabindex="0"><table><thead><tr>${
      heads.map((head, index) => html`<th scope="col" class=${index === 0 ? 'wide' : ''}>${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`}
  </section>`;

/** What runs next and what ran last, side by side. */
export const runs = ({ nextRuns, lastRuns }: Schemas['Dashboard']): TemplateResult => html`<div class="halves">
  ${half('next-runs', t.next, { to: href('/upcoming'), label: t.allUpcoming }, nextRuns.slice(0, SHOWN).map((run) => html`<tr>
    <td class="wide"><a href=${href(`/jobs/${run.jobId}`)}>${run.jobName}</a></td><td><m-time .at=${run.nextRunAt} relative></m-time></td></tr>`),
  [t.job, t.at], t.noNext)}
  ${half('last-runs', t.last, { to: href('/runs'), label: t.allRuns }, lastRuns.slice(0, SHOWN).map((run) => html`<tr>
    <td class="wide"><a href=${href(`/runs/${run.id}`)}>${run.jobName ?? run.jobType}</a></td><td>${stateMark(run.state as State)}</td>
    <td><m-time .at=${run.plannedAt} relative></m-time></td></tr>`), [t.job, t.state, t.at], t.noLast)}
</div>`;
