import { html, nothing, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import type { Schemas } from '../../ground/types.ts';
import { stateMark, type State } from '../../parts/state.ts';
import '../../parts/time.ts';
import { sections } from './frames.ts';
import { t } from './words.ts';

type Attempt = Schemas['Attempt'];

/** The tries at a run, one a line. */
export const attempts = (all: readonly Attempt[]): TemplateResult | typeof nothing => all.length === 0 ? nothing : html`
  <section class="card" aria-labelledby="attempts-title"><h2 id="attempts-title">${t.attempts}</h2>
    <div class="table-wrap" tabindex="0"><table><thead><tr><th scope="col" class="number">${t.attempt}</th><th scope="col">${t.state}</th><th scope="col">${t.started}</th>
      <th scope="col" class="number">${t.duration}</th><th scope="col" class="minor">${t.worker}</th><th scope="col" class="wide minor">${t.error}</th></tr></thead>
    <tbody>${all.map((one) => html`<tr><td class="number">${one.attempt}</td><td>${stateMark(one.state as State)}</td><td><m-time .at=${one.startedAt}></m-time></td>
      <td class="number">${one.durationMs === null ? '–' : span(one.durationMs)}</td><td class="minor mono">${one.workerInstance ?? '–'}</td>
      <td class="wide minor" title=${one.errorType ?? nothing}>${one.error?.split('\n')[0] ?? ''}</td></tr>`)}</tbody></table></div></section>`;

/** What a run has failed with; frames of libraries are folded. */
export const errorOf = (error: string): TemplateResult => html`<section class="card" aria-labelledby="error-title">
  <h2 id="error-title">${t.error}</h2>
  <div class="code trace" tabindex="0" role="region" aria-labelledby="error-title">${sections(error).map(({ folded, lines }) => folded
    ? html`<details><summary>${t.frames(lines.length)}</summary><pre>${lines.join('\n')}</pre></details>`
    : html`<pre>${lines.join('\n')}</pre>`)}</div></section>`;
