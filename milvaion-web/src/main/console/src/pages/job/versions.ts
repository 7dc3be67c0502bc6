import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { change, here, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';
import { failed } from '../../parts/toast.ts';
import { difference, inOrder, type Layout } from './difference.ts';
import { restore } from './restore.ts';
import { t } from './versions-words.ts';

type Version = Schemas['JobVersion'];
type Diff = Schemas['JobVersionDiff'];

/** What a job was, who changed it, and what differs. Which versions are compared is in the address. */
@customElement('m-job-versions')
export class JobVersions extends Part {
  @property() job = '';
  /** The version that the job has now; 0 if it was deleted. */
  @property({ type: Number }) present = 0;

  private readonly versions = new Pages<Version>(this, (after, signal) =>
    api.get('/jobs/{id}/versions', { path: { id: this.job }, query: { after }, signal }));
  private readonly diff = new Resource<Diff>(this, async (signal) => {
    const { version, to } = this.compared();
    return inOrder(await api.get('/jobs/{id}/versions/{version}/diff', { path: { id: this.job, version }, query: { ...to !== undefined && { to } }, signal }));
  });
  private shownFor = '';

  constructor() {
    super();
    new Watch(this, here);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('job') || changed.has('present')) {
      void this.versions.load();
    }
    const { version, to } = this.compared();
    const wanted = `${this.job} ${version} ${to ?? ''}`;
    if (wanted !== this.shownFor) {
      this.shownFor = wanted;
      this.diff.forget();
      if (version > 1 || to !== undefined) {
        void this.diff.load();
      }
    }
  }

  override render() {
    const { version } = this.compared();
    return html`<div class="versions"><div>${block(this.versions.rows, {
      lines: 6,
      ok: (rows) => html`<m-table label=${t.title} .rows=${rows} .columns=${this.columns()} .keyOf=${(row: Version) => String(row.version)}
        .hrefOf=${(row: Version) => href(here.value.path, { tab: 'versions', version: row.version, layout: here.value.query.get('layout') })}
        .selected=${new Set([String(version)])} ?unfinished=${this.versions.unfinished} @more=${() => void this.versions.more()}></m-table>`,
    })}</div>
    <section class="card" aria-live="polite">${version === 0 ? html`<p class="none">${t.pick}</p>` : this.comparison(version)}</section></div>`;
  }

  private compared(): { version: number; to: number | undefined } {
    const number = (name: string) => Math.max(0, Math.trunc(Number(here.value.query.get(name) ?? 0)) || 0);
    const version = number('version');
    const otherwise = version === 1 && this.present > 1 ? this.present : undefined; // nothing was before the first
    return { version, to: number('to') || otherwise };
  }

  private comparison(version: number): TemplateResult {
    const layout: Layout = here.value.query.get('layout') === 'inline' ? 'inline' : 'side';
    const { to } = this.compared();
    return html`<div class="filters">
        <label>${t.with} <select @change=${(event: Event) => change({ to: (event.target as HTMLSelectElement).value })}>
          ${version > 1 ? html`<option value="" ?selected=${to === undefined}>${t.version} ${version - 1}</option>` : nothing}
          ${(this.versions.rows.value ?? []).filter((one) => one.version !== version && one.version !== version - 1).map((one) =>
            html`<option value=${one.version} ?selected=${one.version === to}>${t.version} ${one.version}${one.version === this.present ? ` (${t.now})` : ''}</option>`)}</select></label>
        <label>${t.layoutLabel} <select @change=${(event: Event) => change({ layout: (event.target as HTMLSelectElement).value })}>
          ${(['side', 'inline'] as const).map((one) => html`<option value=${one} ?selected=${one === layout}>${t.layout[one]}</option>`)}</select></label>
        ${this.present === 0 || version === this.present ? nothing : action({
          label: t.restore(version), icon: 'retry', needs: 'Job.Write', run: () => void restore(this.job, version, this.present).catch(failed),
        })}</div>
      ${version === 1 && to === undefined ? html`<p class="none">${t.first}</p>` : block(this.diff, { lines: 4, ok: (diff) => html`<h2>${t.compare(diff.from, diff.to)}</h2>${
        difference(diff.changes, layout, `${t.version} ${diff.from}`, `${t.version} ${diff.to}`)}` })}`;
  }

  private columns(): readonly Column<Version>[] {
    return [
      { key: 'version', title: t.version, cell: (row) => html`${row.version}${row.version === this.present ? html` <span class="tag">${t.now}</span>` : nothing}` },
      { key: 'how', title: t.how, cell: (row) => html`${t.kinds[row.kind]}${row.restoredFrom === null ? nothing : html` <span class="meta">${t.from(row.restoredFrom)}</span>`}` },
      { key: 'by', title: t.by, cell: (row) => row.changedBy },
      { key: 'changed', title: t.changed, cell: (row) => html`<m-time .at=${row.changedAt} relative></m-time>` },
      { key: 'fields', title: t.fields, wide: true, minor: true, cell: (row) => row.detail ?? row.changedFields.join(', ') },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-versions': JobVersions }
}
