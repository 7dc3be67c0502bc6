import { nothing, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { short } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import { stateName } from '../state.ts';
import { Chart, timeLabels, valueLines, type Table } from './chart.ts';
import { compact, percent, type Series } from './numbers.ts';
import { ENDS, fill, legend, newPatterns, patterns, type End } from './patterns.ts';
import type { Range } from './range.ts';
import { timeAxis, valueAxis } from './scale.ts';
import { t } from './words.ts';

/** Runs by when and how they ended; `.series`, and the range that was asked for. */
@customElement('m-state-bars')
export class StateBars extends Chart {
  @property({ attribute: false }) series: Series | null = null;
  @property() range: Range = '24h';
  @property({ attribute: 'job-zone' }) jobZone: string | null = null;

  private readonly marks = newPatterns();

  protected override isEmpty(): boolean {
    return this.series === null || this.series.totals.ended === 0;
  }

  protected override sentence(): string {
    const { totals } = this.series!;
    const wrong = t.wrongSentence(totals.failed, totals.timedOut, totals.unknown);
    return `${t.endedSentence(t.last[this.range], totals.ended, percent(totals.successRate))}${wrong === '' ? '' : `; ${wrong}`}.`;
  }

  protected override legend() {
    return legend(this.marks, this.shown());
  }

  protected override draw(width: number, height: number): SVGTemplateResult {
    const { from, to, stepSeconds, points } = this.series!;
    const across = timeAxis(Date.parse(from), Date.parse(to), width, this.jobZone);
    const up = valueAxis(Math.max(...points.map(({ runs }) => runs.ended)), height);
    const wide = Math.max(1, across.at(Date.parse(from) + stepSeconds * 1000) - 1);
    return svg`${patterns(this.marks)}${valueLines(up, width, compact)}${timeLabels(across, width, height, this.jobZone)}
      ${points.map(({ at, runs }) => {
        let below = 0;
        return svg`<g><title>${short(at, this.jobZone)}: ${this.shown().filter((end) => runs[end] > 0).map((end) => `${number(runs[end])} ${stateName(end)}`).join(', ')}</title>
          ${ENDS.map((end) => {
            const top = up.at(below + runs[end]);
            const high = up.at(below) - top;
            below += runs[end];
            return high === 0 ? nothing : svg`<rect x=${across.at(Date.parse(at))} y=${top} width=${wide} height=${Math.max(high, 1)} fill=${fill(this.marks, end)}></rect>`;
          })}</g>`;
      })}`;
  }

  protected override table(): Table {
    return {
      head: [t.at, t.started, t.ended, ...this.shown().map(stateName), t.success],
      rows: this.series!.points.map(({ at, runs }) => [
        short(at, this.jobZone), number(runs.started), number(runs.ended), ...this.shown().map((end) => number(runs[end])), percent(runs.successRate),
      ]),
    };
  }

  private shown(): readonly End[] {
    return ENDS.filter((end) => this.series!.totals[end] > 0);
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-state-bars': StateBars }
}
