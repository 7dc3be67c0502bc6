import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { short, time } from '../../ground/clock.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import { block } from '../block.ts';
import { Part } from '../part.ts';
import { readSeries, type Series } from './numbers.ts';
import { RANGES, type Range } from './range.ts';
import './state-bars.ts';
import './spread-lines.ts';
import { t } from './words.ts';

const POINTS = 120;

/**
 * How runs ended, how long they took and how late they started over a range: of all, of a type or of a job.
 * `<m-trend job-id=… range="7d">`
 */
@customElement('m-trend')
export class Trend extends Part {
  @property({ attribute: 'job-id' }) jobId: string | null = null;
  @property({ attribute: 'job-type' }) jobType: string | null = null;
  @property({ attribute: 'job-zone' }) jobZone: string | null = null;
  @property() range: Range = '24h';

  private readonly series = new Resource(this, (signal) => readSeries(
    { jobId: this.jobId ?? undefined, jobType: this.jobType ?? undefined, ms: RANGES[this.range], points: POINTS }, signal));

  constructor() {
    super();
    new Live(this, { channels: () => [], reread: () => void this.series.load() });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jobId') || changed.has('jobType') || changed.has('range')) {
      void this.series.load();
    }
  }

  override render() {
    return block(this.series, {
      lines: 8,
      ok: (series) => trend(series, this.range, this.jobZone),
    });
  }
}

/** The same of what was read already. */
export const trend = (series: Series, range: Range, jobZone: string | null = null): TemplateResult => html`<div class="charts">
    <section class="card wide"><h3>${t.runsOverTime}</h3>
      <m-state-bars .series=${series} .range=${range} .jobZone=${jobZone}></m-state-bars></section>
    <section class="card"><h3>${t.durations}</h3><m-spread-lines .series=${series} .jobZone=${jobZone}></m-spread-lines></section>
    <section class="card"><h3>${t.lateness}</h3><m-spread-lines .series=${series} .of=${'lateness'} .jobZone=${jobZone}></m-spread-lines></section>
  </div>
  <p class="meta">${t.asOf(time(series.asOf, jobZone))}. ${
    Date.parse(series.since) > Date.parse(series.from) ? t.since(short(series.since, jobZone)) : nothing}</p>`;

declare global {
  interface HTMLElementTagNameMap { 'm-trend': Trend }
}
