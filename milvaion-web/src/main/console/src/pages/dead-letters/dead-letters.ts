import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { pretty } from '../../ground/json.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import { change, here, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { chips } from '../../parts/chips.ts';
import { ask } from '../../parts/dialog.ts';
import { Part } from '../../parts/part.ts';
import { operate } from '../../parts/operation/operate.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import { t } from './words.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';

type Letter = Schemas['DeadLetter'];

const PAUSE_MS = 300;

/** Messages that nobody could handle. */
@customElement('m-dead-letters')
export class DeadLetters extends Part {
  private readonly letters = new Pages<Letter>(this, (after, signal) =>
    api.get('/dead-letters', { query: { after, q: this.search() || undefined }, signal }));

  private readonly open = new Resource(this, (signal) => api.get('/dead-letters/{id}', { path: { id: this.opened() }, signal }));
  private shown: string | null = null;
  private timer = 0;

  private readonly columns: readonly Column<Letter>[] = [
    { key: 'at', title: t.at, cell: (letter) => html`<m-time .at=${letter.at} relative></m-time>` },
    { key: 'queue', title: t.queue, cell: (letter) => html`<span class="mono">${letter.queue ?? '–'}</span>` },
    { key: 'reason', title: t.reason, wide: true, cell: (letter) => letter.reason },
    { key: 'run', title: t.run, cell: (letter) => (letter.occurrenceId === null ? '–' : html`<a class="mono" href=${href(`/runs/${letter.occurrenceId}`)}>${letter.occurrenceId.slice(0, 8)}</a>`) },
    { key: 'size', title: t.size, number: true, minor: true, cell: (letter) => number(letter.bodyBytes) },
  ];

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, {
      channels: () => ['system'],
      event: (event) => {
        if (event.type === 'deadletter.stored') {
          void this.letters.load();
        }
      },
      reread: () => void this.letters.load(),
    });
  }

  override willUpdate(): void {
    const wanted = here.value.query.toString();
    if (wanted !== this.shown) {
      const before = new URLSearchParams(this.shown ?? '');
      if (this.shown === null || before.get('q') !== here.value.query.get('q')) {
        void this.letters.load();
      }
      this.shown = wanted;
      this.open.forget();
      if (this.opened() !== '') {
        void this.open.load();
      }
    }
  }

  override render() {
    const text = this.search();
    return html`<header class="page-head"><h1>${t.title}</h1>
        ${action({ label: t.deleteAll, icon: 'trash', kind: 'danger', needs: 'Failure.Write', run: () => void this.deleteAll() })}</header>
      <div class="filters"><input type="search" data-filter aria-label=${t.search} placeholder=${t.search} .value=${text} @input=${this.onSearch}></div>
      ${chips(text === '' ? [] : [{ label: t.searchChip(text), names: ['q'] }])}
      ${this.opened() === '' ? nothing : html`<section class="card" aria-label=${t.body}>${block(this.open, { ok: (letter) => this.letter(letter) })}</section>`}
      ${block(this.letters.rows, {
        lines: 8,
        empty: { when: (rows) => rows.length === 0, say: () => emptiness(text === '' ? t.none : t.noneFits) },
        ok: (rows) => html`<m-table label=${t.title} .rows=${rows} .columns=${this.columns} .keyOf=${(row: Letter) => row.id}
          .hrefOf=${(row: Letter) => href('/dead-letters', { ...text !== '' && { q: text }, open: row.id })} ?unfinished=${this.letters.unfinished}
          @more=${() => void this.letters.more()}></m-table>`,
      })}`;
  }

  private letter(letter: Schemas['DeadLetterView']) {
    return html`<dl class="facts">
        <dt>${t.at}</dt><dd><m-time .at=${letter.at} relative zoned></m-time></dd>
        <dt>${t.reason}</dt><dd>${letter.reason}</dd>
        <dt>${t.queue}</dt><dd class="mono">${letter.queue ?? '–'}</dd>
        <dt>${t.key}</dt><dd class="mono">${letter.routingKey ?? '–'}</dd>
      </dl>
      <h3>${t.headers}</h3><pre class="code">${pretty(letter.headers)}</pre>
      <h3>${t.body}</h3><pre class="code">${letter.body}</pre>${letter.bodyCut ? html`<p class="meta">${t.cut}</p>` : nothing}
      <p class="buttons">${action({ label: t.close, run: () => change({ open: null }) })}
        ${action({ label: t.delete, icon: 'trash', kind: 'danger', needs: 'Failure.Write', run: () => void this.delete(letter.id) })}</p>`;
  }

  private search(): string {
    return here.value.query.get('q') ?? '';
  }

  private opened(): string {
    return here.value.query.get('open') ?? '';
  }

  private readonly onSearch = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => change({ q: text === '' ? null : text }, { replace: true }), PAUSE_MS);
  };

  private async delete(id: string): Promise<void> {
    const isDone = await ask({
      title: t.deleteTitle, consequence: t.consequence, verb: t.deleteMany(1), danger: true,
      run: () => api.delete('/dead-letters/{id}', { path: { id } }),
    });
    if (isDone) {
      change({ open: null });
      void this.letters.load();
    }
  }

  private async deleteAll(): Promise<void> {
    await operate({
      operation: { target: 'deadLetters', action: 'delete' }, filter: { q: this.search() }, title: t.deleteTitle, consequence: t.consequence,
      verb: t.deleteMany, danger: true,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-dead-letters': DeadLetters }
}
