import { html, type TemplateResult } from 'lit';
import { number } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { stateMark, type State } from '../../parts/state.ts';
import { t } from './words.ts';

const tile = (to: string, label: unknown, value: string, more = ''): TemplateResult =>
  html`<a class="tile" href=${to}><span class="meta">${label}</span><b>${value}</b><span class="meta">${more}</span></a>`;

/** A few numbers, each a link to what it counts. */
export const tiles = ({ numbers, endedLast24Hours }: Schemas['Dashboard']): TemplateResult => html`<div class="tiles">
  ${tile(href('/jobs', { active: true }), t.jobs, number(numbers.activeJobs), t.ofJobs(number(numbers.jobs)))}
  ${endedLast24Hours.map(({ state, count }) => tile(href('/runs', { state }), stateMark(state as State), number(count), t.ended))}
  ${tile(href('/workers'), t.workers, number(numbers.workersAlive))}
  ${tile(href('/cluster'), t.nodes, number(numbers.nodesAlive))}
</div>`;
