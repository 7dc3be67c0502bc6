import { html, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { short, span } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import { Chart, timeLabels, valueLines, type Table } from './chart.ts';
import type { Series, Spread } from './numbers.ts';
import { roundSpan, timeAxis, valueAxis } from './scale.ts';
import { t } from './words.ts';

const LINES = ['p50Ms', 'p95Ms', 'p99Ms'] as const;
const NAMES = { p50Ms: () => t.half, p95Ms: () => t.most, p99Ms: () => t.nearlyAll };

/** How long runs took, or how late they started, over time; where there were none the lines have gaps. */
@customElement('m-spread-lines')
export class SpreadLines extends Chart {
  @property({ attribute: false }) series: Series | null = null;
  @property() of: 'durations' | 'lateness' = 'durations';
  @property({ attribute: 'job-zone' }) jobZone: string | null = null;

  protected override isEmpty(): boolean {
    return !this.series?.totals[this.of];
  }

  protected override sentence(): string {
    const all = this.series!.totals[this.of]!;
    return this.of === 'durations'
      ? t.durationSentence(span(all.p50Ms), span(all.p95Ms), span(all.maxMs))
      : t.latenessSentence(span(all.p50Ms), span(all.p99Ms));
  }

  protected override legend() {
    return html`<ul class="chart-legend">${LINES.map((line) => html`<li><svg width="20" height="12" aria-hidden="true">
      <path class="chart-line ${line}" d="M0 6H20"></path></svg> ${NAMES[line]()}</li>`)}</ul>`;
  }

  protected override draw(width: number, height: number): SVGTemplateResult {
    const { from, to, stepSeconds } = this.series!;
    const across = timeAxis(Date.parse(from), Date.parse(to), width, this.jobZone);
    const most = Math.max(1, ...this.known().map(({ spread }) => spread.p99Ms));
    const up = valueAxis(most, height, roundSpan(most));
    const step = stepSeconds * 1000;
    const x = (at: number): number => across.at(at + step / 2);
    return svg`${valueLines(up, width, (value) => (value === 0 ? '0' : span(value)))}${timeLabels(across, width, height, this.jobZone)}
      ${LINES.map((line) => svg`<path class="chart-line ${line}" d=${this.path((at) => x(at), (spread) => up.at(spread[line]), step)}></path>`)}
      ${this.alone(step).map(({ at, spread }) => LINES.map((line) => svg`<circle class="chart-point ${line}" r="2.5" cx=${x(at)} cy=${up.at(spread[line])}></circle>`))}
      ${this.known().map(({ at, spread }) => svg`<rect class="chart-hover" x=${across.at(at)} width=${Math.max(1, across.at(at + step) - across.at(at))} y="0" height=${height}>
        <title>${short(at, this.jobZone)}: ${LINES.map((line) => `${line.slice(0, 3)} ${span(spread[line])}`).join(', ')}</title></rect>`)}`;
  }

  protected override table(): Table {
    return {
      head: [t.at, t.runs, 'p50', 'p95', 'p99', t.longest],
      rows: this.known().map(({ at, spread }) => [
        short(at, this.jobZone), number(spread.count), span(spread.p50Ms), span(spread.p95Ms), span(spread.p99Ms), span(spread.maxMs),
      ]),
    };
  }

  private known(): { at: number; spread: Spread }[] {
    return this.series!.points.flatMap(({ at, runs }) => {
      const spread = runs[this.of];
      return spread ? [{ at: Date.parse(at), spread }] : [];
    });
  }

  private path(x: (at: number) => number, y: (spread: Spread) => number, step: number): string {
    let before = NaN;
    return this.known().map(({ at, spread }) => {
      const letter = at - before === step ? 'L' : 'M';
      before = at;
      return `${letter}${x(at).toFixed(1)} ${y(spread).toFixed(1)}`;
    }).join('');
  }

  /** Points that no line goes to. */
  private alone(step: number): { at: number; spread: Spread }[] {
    const known = this.known();
    return known.filter(({ at }, n) => known[n - 1]?.at !== at - step && known[n + 1]?.at !== at + step);
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-spread-lines': SpreadLines }
}
