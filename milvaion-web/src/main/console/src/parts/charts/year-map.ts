import { html, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { locale, number } from '../../ground/language.ts';
import { Chart, type Table } from './chart.ts';
import { failuresOf, percent, type Numbers, type Series } from './numbers.ts';
import { t } from './words.ts';

const DAY = 86_400_000;
const MOST_CELL = 16;
const LEAST_CELL = 11;
const WEEKS = 53;
const DEGREES = [0.3, 0.55, 0.8, 1];

const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const weekday = (at: number): number => (new Date(at).getUTCDay() + 6) % 7;

/** A year of days, in UTC as they are added up: how many ran, and whether some failed. */
@customElement('m-year-map')
export class YearMap extends Chart {
  @property({ attribute: false }) series: Series | null = null;

  protected override height = 7 * MOST_CELL;

  protected override isEmpty(): boolean {
    return this.series === null || this.series.totals.ended === 0;
  }

  protected override sentence(): string {
    const { totals, points } = this.series!;
    return t.yearSentence(totals.ended, points.filter(({ runs }) => runs.ended > 0).length, points.filter(({ runs }) => failuresOf(runs) > 0).length);
  }

  protected override legend() {
    return html`<ul class="chart-legend"><li>${t.less} ${DEGREES.map((degree) => html`<svg width="12" height="12" aria-hidden="true">
      <rect class="chart-day good" width="12" height="12" rx="2" fill-opacity=${degree}></rect></svg>`)} ${t.more}</li>
      <li><svg width="12" height="12" aria-hidden="true"><rect class="chart-day bad" width="12" height="12" rx="2"></rect>
        <path class="chart-cross" d="M4 4 8 8M8 4 4 8"></path></svg> ${t.someFailed}</li></ul>`;
  }

  protected override draw(width: number): SVGTemplateResult {
    const last = Math.floor(Date.parse(this.series!.to) / DAY - 1) * DAY;
    const cell = Math.max(LEAST_CELL, Math.min(MOST_CELL, Math.floor(width / WEEKS)));
    const first = last - (Math.min(WEEKS, Math.floor(width / cell)) - 1) * 7 * DAY; // the last ones, where a year has no room
    const monday = first - weekday(first) * DAY;
    const known = new Map(this.series!.points.map(({ at, runs }) => [Date.parse(at), runs]));
    const most = Math.max(...this.series!.points.map(({ runs }) => runs.ended));
    const days = Array.from({ length: (last - first) / DAY + 1 }, (_, n) => first + n * DAY);
    const x = (at: number): number => Math.floor((at - monday) / (7 * DAY)) * cell;
    return svg`${t.weekdays.map((name, n) => svg`<text class="chart-label" x="-6" y=${n * cell + cell - 3} text-anchor="end">${name}</text>`)}
      ${days.filter((at) => new Date(at).getUTCDate() === 1).map((at) => svg`<text class="chart-label" x=${x(at)} y=${7 * cell + 14}>${months.format(at)}</text>`)}
      ${days.map((at) => this.cell(known.get(at), at, x(at), weekday(at) * cell, cell - 2, most))}`;
  }

  private cell(runs: Numbers | undefined, at: number, x: number, y: number, size: number, most: number): SVGTemplateResult {
    const ended = runs?.ended ?? 0;
    const failures = runs === undefined ? 0 : failuresOf(runs);
    const degree = DEGREES[Math.min(3, Math.floor(Math.log(Math.max(1, ended)) / Math.log(most + 1) * 4))];
    const kind = ended === 0 ? 'none' : failures > 0 ? 'bad' : 'good';
    const middle = size / 2;
    return svg`<g transform="translate(${x} ${y})"><title>${t.cell(dayOf(at), ended, failures)}</title>
      <rect class="chart-day ${kind}" width=${size} height=${size} rx="2" fill-opacity=${kind === 'good' ? degree! : 1}></rect>
      ${kind === 'bad' ? svg`<path class="chart-cross" d="M${middle - 2} ${middle - 2}l4 4m0 -4l-4 4"></path>` : ''}</g>`;
  }

  protected override table(): Table {
    return {
      head: [t.day, t.ended, t.failures, t.success],
      rows: this.series!.points.filter(({ runs }) => runs.ended > 0).map(({ at, runs }) => [
        dayOf(Date.parse(at)), number(runs.ended), number(failuresOf(runs)), percent(runs.successRate),
      ]),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-year-map': YearMap }
}
