import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Live } from '../../ground/live.ts';
import { change, here, href } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import '../../parts/menu.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';
import { failed } from '../../parts/toast.ts';
import { allMenu, tickedBar } from './bulk-bar.ts';
import { choices, columns, toggled } from './columns.ts';
import { documentMenu } from './documents.ts';
import './filters.ts';
import './groups.ts';
import { firstJob } from './first.ts';
import type { Row } from './row.ts';
import { Rows } from './rows.ts';
import { asked, CRITERIA, grouping, isFiltered, sorted } from './view.ts';
import './views.ts';
import { t } from './words.ts';

/** All jobs, one to a row. */
@customElement('m-jobs')
export class Jobs extends Part {
  @state() private ticked: ReadonlySet<string> = new Set();
  private shownFor = '';

  private readonly list = new Rows(this, (id) => this.querySelector(`[data-job="${id}"]`) !== null);

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, { channels: () => ['jobs', 'occurrences'], event: (event) => this.list.receive(event), reread: () => this.list.touchAll() });
  }

  override willUpdate(): void {
    if (asked() !== this.shownFor) {
      this.shownFor = asked();
      this.ticked = new Set();
      if (grouping() === null) {
        void this.list.load();
      }
    }
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1>
        <m-job-views></m-job-views>${this.columnMenu()}${documentMenu(() => void this.list.load())}
        <a class="button primary" href="#/jobs/new">${t.newJob}</a></header>
      <m-job-filters></m-job-filters>
      ${grouping() === null ? this.jobs() : html`<m-job-groups></m-job-groups>`}`;
  }

  private jobs(): TemplateResult {
    const { rows } = this.list;
    return html`
      <div class="above-list">${rows.value === undefined ? nothing : this.ticked.size > 0
        ? tickedBar(rows.value.filter((row) => this.ticked.has(row.job.id)).map((row) => row.job), () => { this.ticked = new Set(); })
        : html`<span class="meta" role="status">${this.total()}</span>${this.news()}${this.list.total === 0 ? nothing : allMenu(this.total())}`}</div>
      ${block(rows, {
        lines: 14,
        empty: { when: (all) => all.length === 0, say: () => (isFiltered() ? this.nothingFits() : firstJob()) },
        ok: (all) => html`<m-table label=${t.title} selectable .rows=${all} .columns=${columns()} .keyOf=${(row: Row) => row.job.id}
          .hrefOf=${(row: Row) => href(`/jobs/${row.job.id}`)} .selected=${this.ticked} ?unfinished=${this.list.unfinished} sorted=${sorted()}
          @sort=${(event: CustomEvent<string>) => change({ sort: event.detail })} @more=${() => void this.list.more().catch(failed)}
          @select=${(event: CustomEvent<ReadonlySet<string>>) => { this.ticked = event.detail; }}></m-table>`,
      })}`;
  }

  private total(): string {
    return t.total(this.list.totalIsLowerBound ? 10_000 : this.list.total, this.list.totalIsLowerBound);
  }

  private news() {
    const n = this.list.news.size;
    return n === 0 ? nothing : action({ label: t.news(n), icon: 'up', id: 'news', run: () => void this.list.load() });
  }

  private columnMenu(): TemplateResult {
    const shown = columns().map((column) => column.key);
    return html`<m-menu label=${t.columns} icon="columns" .body=${html`${choices.map((column) => html`<label class="check">
      <input type="checkbox" .checked=${shown.includes(column.key)} @change=${() => change({ cols: toggled(column.key) })}>${column.title}</label>`)}
      ${action({ label: t.standard, kind: 'quiet', run: () => change({ cols: null }) })}`}></m-menu>`;
  }

  private nothingFits(): TemplateResult {
    return emptiness(t.nothing, html`<p>${action({
      label: t.clear, icon: 'close', run: () => change(Object.fromEntries(CRITERIA.map((name) => [name, null]))),
    })}</p>`);
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-jobs': Jobs }
}
