import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { here } from '../../ground/location.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import { can } from '../../ground/session.ts';
import { Watch } from '../../ground/store.ts';
import { block } from '../block.ts';
import { Part } from '../part.ts';
import { readSeries } from './numbers.ts';
import { RANGES, rangeOf, rangePicker, type Range } from './range.ts';
import { openTiles, rangeTiles, throughputTiles } from './tiles.ts';
import './top-jobs.ts';
import { trend } from './trend.ts';
import { t } from './words.ts';

/** What the first page says in numbers; the address has the range. `<m-overview-statistics>` */
@customElement('m-overview-statistics')
export class OverviewStatistics extends Part {
  private range: Range = rangeOf();

  private readonly open = new Resource(this, (signal) => api.get('/admin/queues', { signal }));
  private readonly totals = new Resource(this, (signal) => readSeries({ ms: RANGES[this.range], points: 120 }, signal));
  private readonly flow = new Resource(this, (signal) => Promise.all([
    readSeries({ ms: RANGES['1h'], points: 61 }, signal), readSeries({ ms: RANGES['7d'], points: 200 }, signal),
  ]));

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, { channels: () => [], reread: () => this.load() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.load();
  }

  override willUpdate(): void {
    if (this.range !== rangeOf()) {
      this.range = rangeOf();
      void this.totals.load();
    }
  }

  private load(): void {
    if (can('Worker.Read')) {
      void this.open.load();
    }
    void this.totals.load();
    void this.flow.load();
  }

  override render() {
    return html`<section aria-label=${t.numbers}>
      <div class="statistics-head"><h2>${t.numbers}</h2>${rangePicker(this.range)}</div>
      <div class="tiles statistics-tiles">
        ${can('Worker.Read') && this.open.value ? openTiles(this.open.value) : nothing}
        ${this.totals.value ? rangeTiles(this.totals.value.totals, this.range) : nothing}
        ${this.flow.value ? throughputTiles(...this.flow.value) : nothing}
      </div>
      ${block(this.totals, { lines: 8, ok: (series) => trend(series, this.range) })}
      <div class="charts">
        <section class="card"><h3>${t.topFailures}</h3><m-top-jobs .range=${this.range}></m-top-jobs></section>
        <section class="card"><h3>${t.slowest}</h3><m-top-jobs .sort=${'duration'} .range=${this.range}></m-top-jobs></section>
      </div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-overview-statistics': OverviewStatistics }
}
