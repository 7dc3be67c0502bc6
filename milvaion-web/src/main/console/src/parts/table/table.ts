import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { letters, density } from '../../ground/preferences.ts';
import { Watch } from '../../ground/store.ts';
import { icon } from '../icon.ts';
import { Part } from '../part.ts';
import { direction, turned, type Column } from './column.ts';
import { RowWindow } from './window.ts';
import { t } from './words.ts';

const NEAR_END = 20;

/**
 * A long list: only what is near is drawn. Events: `sort` (detail: what to sort by), `more` (the end is near),
 * `select` (detail: the keys that are ticked), `open` (detail: the row).
 */
@customElement('m-table')
export class Table<T> extends Part {
  @property({ attribute: false }) rows: readonly T[] = [];
  @property({ attribute: false }) columns: readonly Column<T>[] = [];
  @property({ attribute: false }) keyOf: (row: T) => string = () => '';
  /** Where a row leads; its first column holds the link, Enter follows it. */
  @property({ attribute: false }) hrefOf: ((row: T) => string) | undefined;
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  @property({ type: Boolean }) selectable = false;
  /** There are more rows than these. */
  @property({ type: Boolean }) unfinished = false;
  @property() label = '';
  @property() sorted = '';

  @state() private current = 0;

  private readonly near = new RowWindow(this, () => this.querySelector<HTMLElement>('.table-scroll'),
    () => (density.value === 'compact' ? 32 : 40));
  private last = -1; // where Shift-x begins
  private asked = -1;

  constructor() {
    super();
    new Watch(this, density);
  }

  override render() {
    const { items, above, below } = this.near.of(this.rows.length);
    const room = (height: number) => (height > 0
      ? html`<tr class="room" aria-hidden="true"><td colspan=${this.columns.length + 1} .style=${`height:${height}px`}></td></tr>` : nothing);
    return html`<div class="table-scroll" @keydown=${this.onKey}>
      <table aria-label=${this.label} aria-rowcount=${this.unfinished ? -1 : this.rows.length + 1}>
        <thead><tr aria-rowindex="1">${this.selectable ? this.tickAll() : nothing}${this.columns.map((column) => this.head(column))}</tr></thead>
        <tbody>${room(above)}${repeat(items, (item) => this.keyOf(this.rows[item.index]!), (item) => this.row(item.index))}${room(below)}</tbody>
      </table></div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('rows') && this.current >= this.rows.length) {
      this.current = Math.max(0, this.rows.length - 1);
    }
    const reached = this.near.of(this.rows.length).items.at(-1)?.index ?? -1;
    if (this.unfinished && reached >= this.rows.length - NEAR_END && this.asked !== this.rows.length) {
      this.asked = this.rows.length;
      this.dispatchEvent(new CustomEvent('more'));
    }
  }

  private head(column: Column<T>): TemplateResult {
    const way = direction(column, this.sorted);
    const classes = `${column.number ? 'number' : ''} ${column.wide ? 'wide' : ''} ${column.minor ? 'minor' : ''}`;
    return column.sort === undefined
      ? html`<th scope="col" class=${classes}>${column.title}</th>`
      : html`<th scope="col" class=${classes} aria-sort=${way}><button type="button" class="sorter"
          @click=${() => this.dispatchEvent(new CustomEvent('sort', { detail: turned(column, this.sorted) }))}>${column.title}${
          way === 'none' ? nothing : icon(way === 'ascending' ? 'up' : 'down')}</button></th>`;
  }

  private row(index: number): TemplateResult {
    const row = this.rows[index]!;
    const key = this.keyOf(row);
    const link = this.hrefOf?.(row);
    return html`<tr aria-rowindex=${index + 2} tabindex=${index === this.current ? 0 : -1} class=${this.selected.has(key) ? 'ticked' : ''}
      @focus=${() => { this.current = index; }}>
      ${this.selectable ? html`<td class="tick"><input type="checkbox" tabindex="-1" aria-label=${t.tick(index + 1)} .checked=${this.selected.has(key)}
        @click=${(event: MouseEvent) => this.tick(index, event.shiftKey)}></td>` : nothing}
      ${this.columns.map((column, at) => html`<td class="${column.number ? 'number' : ''} ${column.wide ? 'wide' : ''} ${column.minor ? 'minor' : ''}">${
        at === 0 && link !== undefined ? html`<a href=${link} tabindex="-1">${column.cell(row)}</a>` : column.cell(row)}</td>`)}</tr>`;
  }

  private tickAll(): TemplateResult {
    const all = this.rows.length > 0 && this.rows.every((row) => this.selected.has(this.keyOf(row)));
    return html`<th class="tick"><input type="checkbox" aria-label=${t.tickAll} .checked=${all} .indeterminate=${!all && this.selected.size > 0}
      @click=${() => this.choose(all ? [] : this.rows.map((row) => this.keyOf(row)))}></th>`;
  }

  private tick(index: number, range: boolean): void {
    const chosen = new Set(this.selected);
    const key = this.keyOf(this.rows[index]!);
    const ticked = !chosen.has(key);
    const from = range && this.last >= 0 ? this.last : index;
    for (let i = Math.min(from, index); i <= Math.max(from, index); i++) {
      const one = this.keyOf(this.rows[i]!);
      if (ticked) {
        chosen.add(one);
      } else {
        chosen.delete(one);
      }
    }
    this.last = index;
    this.choose(chosen);
  }

  private choose(keys: Iterable<string>): void {
    this.selected = new Set(keys);
    this.dispatchEvent(new CustomEvent('select', { detail: this.selected }));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).matches('input:not([type=checkbox]), select, textarea')) {
      return;
    }
    const letter = letters.value === 'on' ? event.key : '';
    const step = event.key === 'ArrowDown' || letter === 'j' ? 1 : event.key === 'ArrowUp' || letter === 'k' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      this.moveTo(this.current + step);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      this.moveTo(event.key === 'Home' ? 0 : this.rows.length - 1);
    } else if (this.selectable && (letter === 'x' || letter === 'X')) {
      this.tick(this.current, event.shiftKey);
    } else if ((event.key === 'Enter' || letter === 'o') && (event.target as HTMLElement).matches('tr')) {
      this.open(letter === 'o');
    }
  };

  private open(inNewTab: boolean): void {
    const row = this.rows[this.current];
    if (row === undefined) {
      return;
    }
    const link = this.hrefOf?.(row);
    if (link === undefined) {
      this.dispatchEvent(new CustomEvent('open', { detail: row }));
    } else if (inNewTab) {
      window.open(link, '_blank', 'noopener');
    } else {
      location.hash = link;
    }
  }

  private moveTo(index: number): void {
    this.current = Math.min(Math.max(index, 0), this.rows.length - 1);
    this.near.show(this.current);
    requestAnimationFrame(() => this.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-table': Table<unknown> }
}
