import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { Live, type LiveEvent } from '../../ground/live.ts';
import { href } from '../../ground/location.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import { isOver, operationName, operationState, progressOf, told, type Operation } from './shown.ts';
import { t } from './words.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';

const COLUMNS: readonly Column<Operation>[] = [
  { key: 'what', title: t.what, cell: operationName },
  { key: 'state', title: t.state, cell: operationState },
  { key: 'progress', title: t.progress, cell: progressOf },
  { key: 'failed', title: t.failedItems, number: true, cell: (operation) => number(operation.failed) },
  { key: 'by', title: t.by, cell: (operation) => operation.by },
  { key: 'began', title: t.began, minor: true, cell: (operation) => html`<m-time .at=${operation.createdAt} relative></m-time>` },
  { key: 'reason', title: t.reason, wide: true, minor: true, cell: (operation) => operation.reason ?? '–' },
];

/** What was and is done to many at once. */
@customElement('m-operations')
export class Operations extends Part {
  private readonly operations = new Pages<Operation>(this, (after, signal) => api.get('/operations', { query: { after }, signal }));

  constructor() {
    super();
    new Live(this, { channels: () => ['system'], event: (event) => this.hear(event), reread: () => void this.operations.load() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.operations.load();
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      ${block(this.operations.rows, {
        lines: 10,
        empty: { when: (rows) => rows.length === 0, say: () => emptiness(t.none) },
        ok: (rows) => html`<m-table label=${t.title} .rows=${rows} .columns=${COLUMNS} .keyOf=${(row: Operation) => row.id}
          .hrefOf=${(row: Operation) => href(`/operations/${row.id}`)} ?unfinished=${this.operations.unfinished} @more=${() => void this.operations.more()}></m-table>`,
      })}`;
  }

  private hear(event: LiveEvent): void {
    const rows = this.operations.rows.value;
    if (event.type !== 'operation.updated' || rows === undefined) {
      return;
    }
    if (rows.some((row) => row.id === event.id && !isOver(row))) {
      this.operations.rows.set(rows.map((row) => told(row, event)));
    } else if (!rows.some((row) => row.id === event.id)) {
      void this.operations.load();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-operations': Operations }
}
