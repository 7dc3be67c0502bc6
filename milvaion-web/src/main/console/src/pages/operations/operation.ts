import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { pretty } from '../../ground/json.ts';
import { Live } from '../../ground/live.ts';
import { href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { ask } from '../../parts/dialog.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import { failed } from '../../parts/toast.ts';
import { isOver, operationName, operationState, progressOf, told, type Operation } from './shown.ts';
import { t } from './words.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';

type Failure = Schemas['Failure'];

const LINKS: Record<string, string> = { jobs: '/jobs', occurrences: '/runs', failedOccurrences: '/runs', deadLetters: '/dead-letters' };

/** One operation: how far it is, what has failed and why. */
@customElement('m-operation')
export class OperationPage extends Part {
  @property({ attribute: 'id' }) operationId = '';

  private readonly operation = new Resource<Operation>(this, (signal) =>
    api.get('/operations/{id}', { path: { id: this.operationId }, signal }));

  private readonly failures = new Pages<Failure>(this, (after, signal) =>
    api.get('/operations/{id}/failures', { path: { id: this.operationId }, query: { after }, signal }));

  constructor() {
    super();
    new Live(this, {
      channels: () => ['system'],
      event: (event) => {
        const now = this.operation.value;
        if (now !== undefined && event.id === now.id) {
          const next = told(now, event);
          this.operation.set(next);
          if (next.failed > now.failed || isOver(next)) {
            void this.failures.load();
          }
          if (isOver(next)) {
            void this.operation.load();
          }
        }
      },
      reread: () => this.read(),
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('operationId') && this.operationId !== '') {
      this.operation.forget();
      this.read();
    }
  }

  override render() {
    const now = this.operation.value;
    return html`<header class="page-head">
        <p class="crumbs meta"><a href=${href('/operations')}>${t.title}</a></p>
        <h1>${now === undefined ? t.title : operationName(now)}</h1>
        ${now === undefined || isOver(now) ? nothing : this.actions(now)}
      </header>
      ${block(this.operation, { ok: (operation) => html`<section class="card">${this.facts(operation)}</section>` })}
      <h2>${t.failures}</h2>
      ${block(this.failures.rows, {
        lines: 3,
        empty: { when: (rows) => rows.length === 0, say: () => emptiness(t.noFailures) },
        ok: (rows) => html`<m-table label=${t.failures} .rows=${rows} .columns=${this.columns()} .keyOf=${(row: Failure) => row.id}
          .hrefOf=${(row: Failure) => href(`${LINKS[now?.target ?? 'jobs']}/${row.id}`)} ?unfinished=${this.failures.unfinished}
          @more=${() => void this.failures.more()}></m-table>`,
      })}`;
  }

  private columns(): readonly Column<Failure>[] {
    return [
      { key: 'item', title: t.item, cell: (failure) => failure.name ?? failure.id },
      { key: 'why', title: t.why, wide: true, cell: (failure) => failure.reason },
    ];
  }

  private facts(operation: Operation) {
    const criteria = operation.filter as Record<string, unknown> | null;
    return html`<dl class="facts">
      <dt>${t.state}</dt><dd>${operationState(operation)}</dd>
      <dt>${t.progress}</dt><dd>${progressOf(operation)}</dd>
      ${operation.endedBecause === null ? nothing : html`<dt>${t.endedBecause}</dt><dd>${operation.endedBecause}</dd>`}
      <dt>${t.filter}</dt><dd>${criteria === null ? t.chosen : Object.keys(criteria).length === 0 ? t.all : html`<code>${pretty(criteria)}</code>`}</dd>
      ${operation.tags.length === 0 ? nothing : html`<dt>${t.tags}</dt><dd>${operation.tags.map((tag) => html`<span class="tag">${tag}</span> `)}</dd>`}
      ${operation.ratePerSecond === null ? nothing : html`<dt>${t.rate}</dt><dd>${t.perSecond(operation.ratePerSecond)}</dd>`}
      <dt>${t.reason}</dt><dd>${operation.reason ?? '–'}</dd>
      <dt>${t.by}</dt><dd>${operation.by}</dd>
      <dt>${t.began}</dt><dd><m-time .at=${operation.startedAt ?? operation.createdAt} relative zoned></m-time></dd>
      <dt>${t.ended}</dt><dd><m-time .at=${operation.endedAt} relative zoned></m-time></dd>
    </dl>`;
  }

  private actions(operation: Operation) {
    return html`${operation.state === 'paused'
      ? action({ label: t.resume, icon: 'play', run: () => void this.change('resume') })
      : action({ label: t.pause, icon: 'pause', run: () => void this.change('pause') })}
      ${action({
        label: t.cancel, icon: 'cancelled', kind: 'danger', run: () => void ask({
          title: t.cancelTitle, consequence: t.cancelConsequence(operation.total - operation.done - operation.failed),
          verb: t.cancel, danger: true, run: () => this.send('cancel'),
        }),
      })}`;
  }

  private read(): void {
    void this.operation.load();
    void this.failures.load();
  }

  private async change(what: 'pause' | 'resume'): Promise<void> {
    try {
      await this.send(what);
    } catch (reason) {
      failed(reason);
    }
  }

  private async send(what: 'pause' | 'resume' | 'cancel'): Promise<void> {
    this.operation.set(await api.post(`/operations/{id}/${what}`, { path: { id: this.operationId } }));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-operation': OperationPage }
}
