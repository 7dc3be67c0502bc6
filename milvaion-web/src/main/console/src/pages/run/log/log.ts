import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { time } from '../../../ground/clock.ts';
import { Live, type LiveEvent } from '../../../ground/live.ts';
import { change, here, href } from '../../../ground/location.ts';
import { zone } from '../../../ground/preferences.ts';
import { Resource } from '../../../ground/resource.ts';
import { Watch } from '../../../ground/store.ts';
import { action } from '../../../parts/action.ts';
import { block, emptiness } from '../../../parts/block.ts';
import { Part } from '../../../parts/part.ts';
import { failed } from '../../../parts/toast.ts';
import { t } from '../words.ts';
import type { Line } from './lines.ts';
import { save } from './save.ts';
import { LogSearch } from './search.ts';
import { LogSource } from './source.ts';
import { LineWindow } from './window.ts';

const CUT = 2000; // events have no more of a message
const PAUSE_MS = 250;
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error'] as const;

/** The log of a run: what is near is read and drawn; it opens at the first error, or at the line that is named. */
@customElement('m-run-log')
export class RunLog extends Part {
  @property() run = '';
  @state() private follows = false;
  @state() private wraps = true;

  private source = new LogSource('', () => this.requestUpdate());
  private readonly opened = new Resource<LogSource>(this, () => this.open());
  private readonly found = new LogSearch(this);
  private readonly near = new LineWindow(this, () => this.querySelector('.log-lines'));
  private readonly news: Line[] = [];
  private timer = 0;
  private aim: number | null = null;

  constructor() {
    super();
    new Watch(this, here, zone);
    new Live(this, { channels: () => (this.run === '' ? [] : [`logs:${this.run}`]), event: (event) => this.hear(event), reread: () => void this.opened.load() });
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('run')) {
      this.source = new LogSource(this.run, () => this.requestUpdate());
      this.follows = false;
      this.opened.forget();
      this.found.clear();
      this.aim = null;
      void this.opened.load().then(() => this.begin());
    }
    if (this.aim !== null && this.querySelector('.log-lines') !== null) {
      this.near.show(this.aim, this.follows ? 'end' : 'center');
      this.aim = null;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = 0;
  }

  override render() {
    return html`<section class="card log" aria-labelledby="log-title">
      <div class="log-head"><h2 id="log-title">${t.log}</h2>${this.opened.value === undefined ? nothing : html`<span class="meta">${this.summary()}</span>`}${this.tools()}</div>
      ${block(this.opened, {
        lines: 8,
        empty: { when: ({ rows }) => rows.count === 0, say: () => emptiness(t.noLog) },
        ok: () => this.lines(),
      })}</section>`;
  }

  private tools(): TemplateResult {
    const { level, text } = this.found;
    return html`<div class="log-tools">
      <input type="search" aria-label=${t.search} placeholder=${t.search} .value=${text} @change=${(event: Event) => void this.found.look(this.run, (event.target as HTMLInputElement).value, level)}>
      <span class="choice"><select aria-label=${t.level} @change=${(event: Event) => void this.found.look(this.run, text, (event.target as HTMLSelectElement).value as Line['level'])}>
        ${LEVELS.map((one) => html`<option value=${one} .selected=${one === level}>${t.levels[one]}</option>`)}</select></span>
      <label class="check"><input type="checkbox" .checked=${this.wraps} @change=${this.wrap}>${t.wrap}</label>
      <label class="check"><input type="checkbox" .checked=${this.follows} @change=${this.follow}>${t.follow}</label>
      ${action({ label: t.download, icon: 'download', kind: 'quiet', signOnly: true, run: () => void save(this.source, this.run).catch(failed) })}</div>`;
  }

  private summary(): string {
    const sum = (of: 'lines' | 'errors' | 'warnings') => this.source.outline.reduce((all, one) => all + one[of], 0);
    return t.summary(sum('lines'), sum('errors'), sum('warnings'));
  }

  private lines(): TemplateResult {
    const searched = this.found.active;
    const count = searched ? this.found.lines.length : this.source.rows.count;
    const { items, above, total } = this.near.of(count);
    const first = items[0]?.index ?? 0;
    const last = items.at(-1)?.index ?? -1;
    if (searched && last >= count - 20) {
      this.found.more();
    } else if (!searched && last >= 0) {
      this.source.need(first, last);
    }
    return html`${searched ? html`<p class="meta" role="status">${this.found.says}</p>` : nothing}
      <div class="log-lines ${this.wraps ? 'wraps' : ''}" role="log" aria-live=${this.follows ? 'polite' : 'off'} aria-label=${t.log} tabindex="0" @scroll=${this.onScroll}>
        <div class="log-room" .style=${`height:${total}px`}><div .style=${`transform:translateY(${above}px)`}>${items.map(({ index }) => this.line(index, searched))}</div></div></div>`;
  }

  private line(index: number, searched: boolean): TemplateResult {
    const line = searched ? this.found.lines[index] : this.source.line(index);
    const { attempt, seq } = line ?? this.source.rows.place(index);
    const named = this.named();
    const isNamed = named?.attempt === attempt && named.seq === seq;
    return html`<div class="log-line" data-index=${index} data-level=${line?.level ?? nothing} aria-current=${isNamed ? 'true' : nothing}>
      <a href=${href(here.value.path, { attempt, line: seq })} class="log-number" title=${t.line(attempt, seq)} @click=${(event: MouseEvent) => this.goTo(event, attempt, seq)}>${attempt}.${seq}</a>
      ${line === undefined ? html`<span class="none">…</span>` : html`<time>${time(line.at)}</time><b class="log-level">${line.level.toUpperCase()}</b><span class="log-message">${line.message}</span>`}</div>`;
  }

  private named(): { attempt: number; seq: number } | null {
    const seq = Number(here.value.query.get('line'));
    const attempt = Number(here.value.query.get('attempt') ?? this.source.outline.at(-1)?.attempt);
    return Number.isInteger(seq) && seq > 0 ? { attempt, seq } : null;
  }

  private goTo(event: MouseEvent, attempt: number, seq: number): void {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      change({ attempt, line: seq }, { replace: true });
      if (this.found.active) {
        this.found.clear();
        this.aim = this.source.rows.row(attempt, seq);
      }
    }
  }

  private async open(): Promise<LogSource> {
    await this.source.open();
    return this.source;
  }

  private begin(): void {
    const place = this.named() ?? this.source.rows.firstError();
    this.aim = place === null ? null : Math.max(0, this.source.rows.row(place.attempt, place.seq));
    this.requestUpdate();
  }

  private hear({ type, data }: LiveEvent): void {
    if (type === 'log.line') {
      this.news.push(data as unknown as Line);
      this.timer ||= window.setTimeout(() => requestAnimationFrame(() => this.take()), PAUSE_MS);
    }
  }

  private take(): void {
    this.timer = 0;
    this.source.add(this.news.splice(0), (line) => line.message.length >= CUT);
    if (this.follows) {
      this.aim = this.source.rows.count - 1;
    }
    this.requestUpdate();
  }

  private readonly follow = (event: Event): void => {
    this.follows = (event.target as HTMLInputElement).checked;
    if (this.follows) {
      this.found.clear();
      this.aim = this.source.rows.count - 1;
    }
  };

  private readonly wrap = (event: Event): void => {
    this.wraps = (event.target as HTMLInputElement).checked;
    this.near.forget();
  };

  /** Whoever scrolls up reads: nothing moves then. */
  private scrolledTo = 0;
  private readonly onScroll = (event: Event): void => {
    const { scrollTop } = event.target as HTMLElement;
    if (scrollTop < this.scrolledTo - 40 && !this.near.isAtEnd) {
      this.follows = false;
    }
    this.scrolledTo = scrollTop;
  };
}

declare global {
  interface HTMLElementTagNameMap { 'm-run-log': RunLog }
}
