import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { stateName, type State } from '../state.ts';

/** Ends of runs, from the bottom of a bar to its top. */
export const ENDS = ['completed', 'cancelled', 'unknown', 'timedOut', 'failed'] as const;
export type End = typeof ENDS[number];

const MARKS: Partial<Record<State, SVGTemplateResult>> = {
  failed: svg`<path class="chart-hatch" d="M0 6 6 0M-1 1 1 -1M5 7 7 5"></path>`,
  timedOut: svg`<circle class="chart-dot" cx="3" cy="3" r="1.2"></circle>`,
  unknown: svg`<path class="chart-hatch" d="M0 3H6"></path>`,
  cancelled: svg`<path class="chart-hatch" d="M3 0V6"></path>`,
};

let drawn = 0;

/** Ids for the patterns of one drawing: a page has several. */
export const newPatterns = (): string => `p${++drawn}`;

/** Patterns beside the colours, for eyes that see no difference between these. */
export const patterns = (prefix: string): SVGTemplateResult => svg`<defs>${ENDS.map((end) => svg`
  <pattern id="${prefix}-${end}" width="6" height="6" patternUnits="userSpaceOnUse" data-state=${end}>
    <rect class="chart-fill" width="6" height="6"></rect>${MARKS[end]}</pattern>`)}</defs>`;

export const fill = (prefix: string, end: End): string => `url(#${prefix}-${end})`;

/** What each pattern means. */
export const legend = (prefix: string, ends: readonly End[]): TemplateResult => html`<ul class="chart-legend">${ends.map((end) => html`<li>
  <svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" rx="2" fill=${fill(prefix, end)}></rect></svg> ${stateName(end)}</li>`)}</ul>`;
