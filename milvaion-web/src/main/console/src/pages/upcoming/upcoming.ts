import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Live } from '../../ground/live.ts';
import { here } from '../../ground/location.ts';
import { zone } from '../../ground/preferences.ts';
import { Resource } from '../../ground/resource.ts';
import { Soon } from '../../ground/soon.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { block } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { tabOf, tabs } from '../../parts/tabs.ts';
import { bars } from './bars.ts';
import { herd, nextRuns, withoutNextRun } from './lists.ts';
import { t } from './words.ts';

const RANGES = [{ name: 'day', label: t.day }, { name: 'week', label: t.week }] as const;
const PAUSE_MS = 5000; // an answer is up to a minute old anyhow

/** What is planned for the hours and days to come. */
@customElement('m-upcoming')
export class Upcoming extends Part {
  private range = '';

  private readonly forecast = new Resource<Schemas['PlanForecast']>(this, (signal) =>
    api.get('/admin/forecast', { query: { step: tabOf(RANGES) === 'week' ? 'hour' : 'minute' }, signal }));

  private readonly again = new Soon(this, PAUSE_MS, () => this.forecast.load());

  constructor() {
    super();
    new Watch(this, here, zone);
    new Live(this, { channels: () => ['jobs'], event: (event) => this.hear(event.type), reread: () => void this.forecast.load() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.range = '';
  }

  override willUpdate(): void {
    const range = tabOf(RANGES);
    if (range !== this.range) {
      this.range = range;
      void this.forecast.load();
    }
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      ${tabs(RANGES, t.range)}
      ${block(this.forecast, { lines: 12, ok: (forecast) => html`${bars(forecast)}${herd(forecast)}${nextRuns(forecast)}${withoutNextRun(forecast)}
        <p class="meta">${t.rules}</p>` })}`;
  }

  /** Plans change with jobs, not with each of their runs. */
  private hear(type: string): void {
    if (type.startsWith('job.')) {
      this.again.ask();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-upcoming': Upcoming }
}
