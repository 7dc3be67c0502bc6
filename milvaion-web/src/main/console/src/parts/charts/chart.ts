import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { zone } from '../../ground/preferences.ts';
import { Watch } from '../../ground/store.ts';
import { action } from '../action.ts';
import { Part } from '../part.ts';
import { tickLabel, type Axis } from './scale.ts';
import { t } from './words.ts';

export const LEFT = 48;
export const BOTTOM = 20;
const TOP = 8;
const NARROWEST = 200;

export interface Table { head: string[]; rows: (string | TemplateResult)[][] }

/** What all charts have: a sentence that says what is seen, a drawing as wide as its place, and the same as a table. */
export abstract class Chart extends Part {
  @state() private width = 0;
  @state() private asTable = false;
  private readonly sizes = new ResizeObserver(([entry]) => {
    this.width = Math.floor(entry!.contentRect.width);
  });

  constructor() {
    super();
    new Watch(this, zone);
  }

  protected abstract sentence(): string;
  protected abstract draw(width: number, height: number): SVGTemplateResult;
  protected abstract table(): Table;

  /** Of the drawing without its axes. */
  protected height = 140;

  /** What the colours mean. */
  protected legend(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected isEmpty(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override render() {
    if (this.isEmpty()) {
      return html`<p class="meta chart-none">${t.none}</p>`;
    }
    return html`<figure class="chart">
      <figcaption>${this.sentence()}</figcaption>
      ${this.asTable ? table(this.table()) : this.drawing()}
      <div class="chart-foot">${this.asTable ? nothing : this.legend()}
        ${action({ label: this.asTable ? t.asChart : t.asTable, kind: 'quiet', run: () => (this.asTable = !this.asTable) })}</div>
    </figure>`;
  }

  private drawing(): TemplateResult {
    const width = Math.max(NARROWEST, this.width);
    const high = this.height + TOP + BOTTOM;
    return html`<svg class="chart-drawing" aria-hidden="true" width=${width} height=${high} viewBox="0 0 ${width} ${high}">
      <g transform="translate(${LEFT} ${TOP})">${this.width === 0 ? nothing : this.draw(width - LEFT - 8, this.height)}</g></svg>`;
  }
}

const table = ({ head, rows }: Table): TemplateResult => html`<div class="table-wrap chart-table" tabindex="0" role="region" aria-label=${t.asTable}><table>
  <thead><tr>${head.map((cell, n) => html`<th scope="col" class=${n === 0 ? '' : 'number'}>${cell}</th>`)}</tr></thead>
  <tbody>${rows.map((row) => html`<tr>${row.map((cell, n) => html`<td class=${n === 0 ? '' : 'number'}>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;

/** Lines across with their values at the left. */
export const valueLines = (axis: Axis, width: number, label: (value: number) => string): SVGTemplateResult[] =>
  axis.ticks.map((tick) => svg`<line class="chart-grid" x1="0" x2=${width} y1=${axis.at(tick)} y2=${axis.at(tick)}></line>
    <text class="chart-label" x="-6" y=${axis.at(tick) + 4} text-anchor="end">${label(tick)}</text>`);

/** Instants below. */
export const timeLabels = (axis: Axis & { step: number }, width: number, height: number, jobZone?: string | null): SVGTemplateResult[] =>
  axis.ticks.filter((tick) => axis.at(tick) > 14 && axis.at(tick) < width - 10).map((tick) => svg`<line class="chart-tick" x1=${axis.at(tick)} x2=${axis.at(tick)} y1=${height} y2=${height + 4}></line>
    <text class="chart-label" x=${axis.at(tick)} y=${height + 16} text-anchor="middle">${tickLabel(tick, axis.step, jobZone)}</text>`);
