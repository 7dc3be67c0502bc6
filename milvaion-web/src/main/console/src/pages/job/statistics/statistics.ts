import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../../ground/api.ts';
import { here } from '../../../ground/location.ts';
import { Live } from '../../../ground/live.ts';
import { Resource } from '../../../ground/resource.ts';
import { Watch } from '../../../ground/store.ts';
import { block } from '../../../parts/block.ts';
import { Part } from '../../../parts/part.ts';
import { readSeries } from '../../../parts/charts/numbers.ts';
import { RANGES, rangeOf, rangePicker } from '../../../parts/charts/range.ts';
import { t } from '../../../parts/charts/words.ts';
import '../../../parts/charts/trend.ts';
import '../../../parts/charts/run-scatter.ts';
import '../../../parts/charts/year-map.ts';

const RUNS = 200;
const YEAR_POINTS = 400;

/** A job in numbers: `<m-job-statistics job-id=… job-zone=…>`; the address has the range. */
@customElement('m-job-statistics')
export class JobStatistics extends Part {
  @property({ attribute: 'job-id' }) jobId = '';
  @property({ attribute: 'job-zone' }) jobZone: string | null = null;

  private readonly year = new Resource(this, (signal) => readSeries({ jobId: this.jobId, ms: RANGES['1y'], points: YEAR_POINTS }, signal));
  private readonly runs = new Resource(this, async (signal) => (await api.get('/occurrences', { query: { jobId: this.jobId, limit: RUNS }, signal })).items);

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, { channels: () => [], reread: () => this.load() });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jobId') && this.jobId !== '') {
      this.load();
    }
  }

  private load(): void {
    void this.year.load();
    void this.runs.load();
  }

  override render() {
    const range = rangeOf('7d');
    return html`<div class="statistics-head"><h2>${t.numbers}</h2>${rangePicker(range)}</div>
      <m-trend .jobId=${this.jobId} .jobZone=${this.jobZone} .range=${range}></m-trend>
      <div class="charts">
        <section class="card wide"><h3>${t.scatter}</h3>${block(this.runs, { lines: 6, ok: (runs) => html`<m-run-scatter
          .runs=${runs} .spread=${this.year.value?.totals.durations ?? null} .jobZone=${this.jobZone}></m-run-scatter>` })}</section>
        <section class="card wide"><h3>${t.year}</h3>${block(this.year, { lines: 6, ok: (series) => html`<m-year-map .series=${series}></m-year-map>` })}</section>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-statistics': JobStatistics }
}
