import { html, nothing, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { short, span } from '../../ground/clock.ts';
import type { Schemas } from '../../ground/types.ts';
import { stateName, type State } from '../state.ts';
import { Chart, timeLabels, valueLines, type Table } from './chart.ts';
import type { Spread } from './numbers.ts';
import { roundSpan, timeAxis, valueAxis } from './scale.ts';
import { t } from './words.ts';

type Run = Schemas['Occurrence'];

const SHAPES: Partial<Record<State, string>> = {
  completed: 'M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z',
  failed: 'M-3 -3 3 3M3 -3 -3 3',
  timedOut: 'M0 -3.5 3.5 3 -3.5 3Z',
};
const OTHER = 'M-2.5 -2.5h5v5h-5Z';

/** How long single runs took, by when they were planned, with the lines of p50 and p95; `.runs` and `.spread`. */
@customElement('m-run-scatter')
export class RunScatter extends Chart {
  @property({ attribute: false }) runs: readonly Run[] = [];
  @property({ attribute: false }) spread: Spread | null = null;
  @property({ attribute: 'job-zone' }) jobZone: string | null = null;

  protected override isEmpty(): boolean {
    return this.measured().length === 0;
  }

  protected override sentence(): string {
    return t.scatterSentence(this.measured().length, span(Math.max(...this.measured().map((run) => run.durationMs!))));
  }

  protected override legend() {
    const shown = [...new Set(this.measured().map((run) => run.state as State))];
    return html`<ul class="chart-legend">${shown.map((state) => html`<li><svg width="12" height="12" aria-hidden="true">
      <path class="chart-mark" data-state=${state} d=${SHAPES[state] ?? OTHER} transform="translate(6 6)"></path></svg> ${stateName(state)}</li>`)}</ul>`;
  }

  protected override draw(width: number, height: number): SVGTemplateResult {
    const runs = this.measured();
    const times = runs.map((run) => Date.parse(run.plannedAt));
    const from = Math.min(...times);
    const to = Math.max(...times, from + 60_000);
    const most = Math.max(1, this.spread?.p95Ms ?? 0, ...runs.map((run) => run.durationMs!));
    const across = timeAxis(from, to, width, this.jobZone);
    const up = valueAxis(most, height, roundSpan(most));
    return svg`${valueLines(up, width, (value) => (value === 0 ? '0' : span(value)))}${timeLabels(across, width, height, this.jobZone)}
      ${this.spread === null ? nothing : (['p50Ms', 'p95Ms'] as const).map((line) => svg`<path class="chart-line ${line}" d="M0 ${up.at(this.spread![line])}H${width}"></path>
        <text class="chart-label" x=${width} y=${up.at(this.spread![line]) - 4} text-anchor="end">${line.slice(0, 3)} ${span(this.spread![line])}</text>`)}
      ${runs.map((run) => svg`<path class="chart-mark" data-state=${run.state} d=${SHAPES[run.state as State] ?? OTHER}
        transform="translate(${across.at(Date.parse(run.plannedAt))} ${up.at(run.durationMs!)})"><title>${
          short(run.plannedAt, this.jobZone)}: ${stateName(run.state as State)}, ${span(run.durationMs!)}</title></path>`)}`;
  }

  protected override table(): Table {
    return {
      head: [t.planned, t.state, t.duration],
      rows: this.measured().map((run) => [short(run.plannedAt, this.jobZone), stateName(run.state as State), span(run.durationMs!)]),
    };
  }

  private measured(): Run[] {
    return this.runs.filter((run) => typeof run.durationMs === 'number' && run.endedAt);
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-run-scatter': RunScatter }
}
