import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { day, zoneOf } from '../../ground/clock.ts';
import { change, here, href } from '../../ground/location.ts';
import { zone } from '../../ground/preferences.ts';
import { Watch } from '../../ground/store.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { knownJobs } from '../../parts/runs/known-jobs.ts';
import type { Run } from '../../parts/runs/newer.ts';
import { pins } from '../../parts/runs/pins.ts';
import '../../parts/table/table.ts';
import { failed } from '../../parts/toast.ts';
import { cancelAll, cancelTicked, isOpen, isRetriable, retryAll, retryTicked } from './bulk.ts';
import { COLUMNS } from './columns.ts';
import { addressOf, asked, criteriaOf, type Criteria } from './criteria.ts';
import './filter-box.ts';
import { choices, limits, pinned } from './limits.ts';
import { RunList } from './list.ts';
import './views.ts';
import { t } from './words.ts';

/** All runs, new ones first. */
@customElement('m-runs')
export class Runs extends Part {
  @state() private ticked: ReadonlySet<string> = new Set();
  private readonly list = new RunList(this);
  private address = '';
  private end: (() => void) | undefined;

  constructor() {
    super();
    new Watch(this, here, knownJobs, pins, zone);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.address = here.value.query.toString();
    void this.list.load();
    this.end = here.onChange(() => this.follow());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1>
        <m-run-views></m-run-views>
        ${action({ label: t.csv, icon: 'download', run: () => void this.download('csv') })}
        ${action({ label: t.xlsx, icon: 'download', run: () => void this.download('xlsx') })}</header>
      <div class="filters"><m-run-filter></m-run-filter>${choices()}</div>
      ${limits()}${pinned()}
      <div class="above">${this.bulk()}${this.news()}</div>
      ${block(this.list.pages.rows, {
        lines: 16,
        empty: { when: (runs) => runs.length === 0, say: () => this.nothing() },
        ok: (runs) => html`<m-table class="runs-table" label=${t.title} selectable .rows=${runs} .columns=${COLUMNS} .keyOf=${(run: Run) => run.id}
          .hrefOf=${(run: Run) => href(`/runs/${run.id}`)} .selected=${this.ticked} ?unfinished=${this.list.pages.unfinished}
          @select=${(event: CustomEvent<ReadonlySet<string>>) => { this.ticked = event.detail; }}
          @more=${() => void this.list.pages.more().catch(failed)}></m-table>`,
      })}`;
  }

  /** Something may be done to those that are ticked, or to all that fit. */
  private bulk() {
    const chosen = this.list.rows.filter((run) => this.ticked.has(run.id));
    const open = chosen.filter(isOpen);
    const retriable = chosen.filter(isRetriable);
    return chosen.length === 0 ? this.wholeFilter() : html`<div class="bulk" role="group" aria-label=${t.chosen(chosen.length)}><strong>${t.chosen(chosen.length)}</strong>
      ${action({ label: t.cancelRuns(open.length), icon: 'stop', kind: 'danger', needs: 'Occurrence.Cancel', disabled: open.length === 0, hint: t.openOnly, run: () => void this.then(cancelTicked(open)) })}
      ${action({ label: t.retryRuns(retriable.length), icon: 'retry', needs: 'Failure.Replay', disabled: retriable.length === 0, hint: t.failedOnly, run: () => void this.then(retryTicked(retriable)) })}
      ${action({ label: t.clear, kind: 'quiet', run: () => { this.ticked = new Set(); } })}</div>`;
  }

  private wholeFilter() {
    const meant = asked(criteriaOf(here.value.query));
    const open = meant.state === undefined || meant.state === 'queued' || meant.state === 'running';
    const bad = meant.manual === undefined && (meant.state === undefined || !['queued', 'running', 'completed'].includes(meant.state));
    return html`<div class="bulk idle" role="group" aria-label=${t.allThatFit}><span class="meta">${t.allThatFit}:</span>
      ${action({ label: t.cancelAll, icon: 'stop', kind: 'quiet', needs: 'Occurrence.Cancel', disabled: !open, hint: t.openOnly, run: () => void cancelAll(meant) })}
      ${action({ label: t.retryAll, icon: 'retry', kind: 'quiet', needs: 'Failure.Replay', disabled: !bad, hint: t.failedOnly, run: () => void retryAll(meant) })}</div>`;
  }

  private async then(asking: Promise<boolean>): Promise<void> {
    if (await asking) {
      this.ticked = new Set();
    }
  }

  private news() {
    const count = this.list.fresh.size;
    return html`<div class="live-news" role="status">${count === 0 ? nothing
      : action({ label: t.fresh(count), icon: 'up', run: () => void this.list.load() })}</div>`;
  }

  private nothing() {
    const criteria = criteriaOf(here.value.query);
    const names = Object.keys(criteria) as (keyof Criteria)[];
    return names.length === 0
      ? emptiness(t.never, html`<p><a href=${href('/jobs')}>${t.toJobs}</a></p>`, `curl -X POST ${new URL('api/v1/jobs/ID/trigger', document.baseURI).href}`)
      : emptiness(t.noneFits, html`<p>${action({ label: t.showAll, run: () => change(addressOf({})) })}</p>`);
  }

  /** Another address is another list; what was read for the former one is no part of it. */
  private follow(): void {
    const now = here.value.query.toString();
    if (here.value.path === '/runs' && now !== this.address) {
      this.address = now;
      this.ticked = new Set();
      this.list.restart();
    }
  }

  private async download(format: 'csv' | 'xlsx'): Promise<void> {
    try {
      await api.download('/occurrences/export', {
        ...asked(criteriaOf(here.value.query)), format, zone: zoneOf(), ...format === 'csv' && { bom: true },
      }, `${t.file}-${day(Date.now())}.${format}`);
    } catch (reason) {
      failed(reason);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-runs': Runs }
}
