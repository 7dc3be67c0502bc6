import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { change, here } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import { chips, type Chip } from '../../parts/chips.ts';
import { Part } from '../../parts/part.ts';
import { sortName } from './columns.ts';
import { criteria, DEFAULT_SORT, grouping, sorted, type Grouping } from './view.ts';
import { t } from './words.ts';

const PAUSE_MS = 250;
const CHOSEN: readonly Grouping[] = ['tag', 'jobType', 'workerGroup'];

/** The filter of the list, and every limit of it as a chip. */
@customElement('m-job-filters')
export class JobFilters extends Part {
  private timer = 0;
  private readonly known: Partial<Record<Grouping, readonly string[]>> = {};

  constructor() {
    super();
    new Watch(this, here);
  }

  override render() {
    const now = criteria();
    return html`<search class="filters">
        <input type="search" data-filter aria-label=${t.text} placeholder=${t.text} .value=${now.q ?? ''} @input=${this.onText}>
        <select aria-label=${t.filter.active} @change=${(event: Event) => change({ active: (event.target as HTMLSelectElement).value })}>
          ${[['', t.filter.any], ['true', t.filter.active_], ['false', t.filter.paused]].map(([value, label]) =>
            html`<option value=${value!} ?selected=${value === (now.active ?? '')}>${label}</option>`)}</select>
        ${CHOSEN.map((name) => this.choice(name, now[name] ?? ''))}
        <label class="by"><span>${t.grouped}</span><select @change=${(event: Event) => change({ by: (event.target as HTMLSelectElement).value })}>
          ${(['none', ...CHOSEN] as const).map((by) =>
            html`<option value=${by === 'none' ? '' : by} ?selected=${by === (grouping() ?? 'none')}>${t.by[by]}</option>`)}</select></label>
      </search>${chips(this.limits())}`;
  }

  /** A field that knows what there is, once somebody wants to write into it. */
  private choice(name: Grouping, value: string) {
    return html`<input class="choose" list="known-${name}" aria-label=${t.filter[name]} placeholder=${t.filter[name]} .value=${value}
        @focus=${() => void this.learn(name)} @change=${(event: Event) => change({ [name]: (event.target as HTMLInputElement).value.trim() })}>
      <datalist id="known-${name}">${(this.known[name] ?? []).map((one) => html`<option value=${one}></option>`)}</datalist>`;
  }

  private async learn(by: Grouping): Promise<void> {
    if (this.known[by] === undefined) {
      this.known[by] = [];
      const { items } = await api.get('/jobs/groups', { query: { by } });
      this.known[by] = items.flatMap((group) => (group.value === null ? [] : [group.value]));
      this.requestUpdate();
    }
  }

  private limits(): Chip[] {
    const now = criteria();
    const all: Chip[] = CHOSEN.concat().flatMap((name) => (now[name] === undefined ? [] : [{ label: `${t.filter[name]}: ${now[name]}`, names: [name] }]));
    if (now.q !== undefined) {
      all.unshift({ label: `${t.filter.q}: ${now.q}`, names: ['q'] });
    }
    if (now.active !== undefined) {
      all.push({ label: now.active === 'true' ? t.chip.active : t.chip.paused, names: ['active'] });
    }
    const by = grouping();
    if (by !== null) {
      all.push({ label: t.chip.group(t.by[by]), names: ['by'] });
    } else if (sorted() !== DEFAULT_SORT) {
      all.push({ label: t.chip.sort(sortName(sorted())), names: ['sort'] });
    }
    return all;
  }

  private readonly onText = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    const began = criteria().q !== undefined; // one step for Back, however many letters
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => change({ q: text }, { replace: began }), PAUSE_MS);
  };
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-filters': JobFilters }
}
