import { html, type TemplateResult } from 'lit';
import { number } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { t } from './words.ts';

const tile = (to: string, label: string, value: string, more = ''): TemplateResult =>
  html`<a class="tile" href=${to}><span class="meta">${label}</span><b>${value}</b><span class="meta">${more}</span></a>`;

/** What there is, each number a link to it. */
export const tiles = ({ numbers }: Schemas['Dashboard']): TemplateResult => html`<div class="tiles">
  ${tile(href('/jobs', { active: true }), t.jobs, number(numbers.activeJobs), t.ofJobs(number(numbers.jobs)))}
  ${tile(href('/workers'), t.workers, number(numbers.workersAlive))}
  ${tile(href('/cluster'), t.nodes, number(numbers.nodesAlive))}
</div>`;
