import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { day, short, span, time } from '../../ground/clock.ts';
import { locale } from '../../ground/language.ts';
import { change, go, here, href } from '../../ground/location.ts';
import { letters, theme, zone } from '../../ground/preferences.ts';
import { Watch } from '../../ground/store.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { chips } from '../../parts/chips.ts';
import { Part } from '../../parts/part.ts';
import { instantOf } from '../../parts/runs/instant.ts';
import { jobOf, knownJobs } from '../../parts/runs/known-jobs.ts';
import { stateMark, stateName, STATES, type State } from '../../parts/state.ts';
import '../../parts/table/table.ts';
import { COLUMNS } from './columns.ts';
import { MOST_BARS, TimelineData, type Shown } from './data.ts';
import { lanesOf, type Bar, type By, type Lane } from './lanes.ts';
import { hitAt, laneHeight, Painter, type Hit } from './paint.ts';
import { moved, zoomed, type Range } from './range.ts';
import { t } from './words.ts';

const USUAL_MS = 3_600_000;
const AHEAD = 0.02; // of the length: now is not at the very edge
const BYS: readonly By[] = ['job', 'worker', 'group'];
const collator = new Intl.Collator(locale, { numeric: true });

/** Runs on an axis of time, in lanes. */
@customElement('m-timeline')
export class Timeline extends Part {
  @state() private now = Date.now();
  @state() private pointed: Hit | undefined;
  @state() private width = 900;
  private hits: Hit[] = [];
  private readonly data = new TimelineData(this, () => ({
    jobId: this.given('jobId'), state: this.given('state'), from: new Date(this.range().from).toISOString(), to: new Date(this.range().to).toISOString(),
  }));
  private clock = 0;
  private timer = 0;
  private address = '';
  private end: (() => void) | undefined;
  private readonly size = new ResizeObserver(([entry]) => { this.width = Math.max(200, Math.floor(entry!.contentRect.width)); });

  constructor() {
    super();
    new Watch(this, here, zone, theme, knownJobs);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.address = here.value.query.toString();
    void this.data.shown.load();
    this.clock = window.setInterval(() => { this.now = Date.now(); }, 1000);
    this.end = here.onChange(() => this.follow());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
    clearTimeout(this.timer);
    this.size.disconnect();
    this.end?.();
  }

  override render() {
    const asTable = this.given('view') === 'table';
    const jobId = this.given('jobId');
    if (jobId !== undefined) {
      void jobOf(jobId);
    }
    return html`<header class="page-head"><h1>${t.title}</h1>
        ${action({ label: asTable ? t.asLanes : t.asTable, icon: asTable ? 'timeline' : 'jobs', run: () => change({ view: asTable ? null : 'table' }) })}</header>
      <div class="filters">${this.filters()}${this.moving()}</div>
      ${chips([...jobId === undefined ? [] : [{ label: t.ofJob(knownJobs.value.get(jobId)?.name ?? jobId), names: ['jobId'] }],
        ...this.given('state') === undefined ? [] : [{ label: stateName(this.given('state') as State), names: ['state'] }],
        ...this.given('from') === undefined ? [] : [{ label: this.said(), names: ['from', 'to'] }]])}
      ${block(this.data.shown, {
        lines: 12,
        empty: { when: (shown) => this.inRange(shown).length === 0, say: () => emptiness(t.none, html`<p>${action({ label: t.farther, run: () => this.show(zoomed(this.range(), 4)) })}</p>`) },
        ok: (shown) => (asTable ? this.table(shown) : this.lanes(shown)),
      })}`;
  }

  override updated(): void {
    const room = this.querySelector('.lanes-room');
    this.size.disconnect();
    if (room !== null) {
      this.size.observe(room);
    }
    const canvas = this.querySelector('canvas');
    const shown = this.data.shown.value;
    if (canvas !== null && shown !== undefined) {
      const lanes = this.laid(shown);
      this.hits = new Painter(canvas, this.width, this.range(), this.now).paint(lanes, this.isDense(lanes));
    }
  }

  private filters(): TemplateResult {
    const choose = (name: string) => (event: Event) => change({ [name]: (event.target as HTMLSelectElement).value || null });
    return html`<input type="search" data-filter aria-label=${t.filter} placeholder=${t.filter} .value=${this.given('q') ?? ''} @input=${(event: Event) => change({ q: (event.target as HTMLInputElement).value }, { replace: true })}>
      <span class="choice"><select aria-label=${t.lanes} @change=${choose('by')}>${BYS.map((by) => html`<option value=${by === 'job' ? '' : by} .selected=${by === this.by()}>${t.by[by]}</option>`)}</select></span>
      <span class="choice"><select aria-label=${t.state} @change=${choose('state')}><option value="" .selected=${this.given('state') === undefined}>${t.allStates}</option>
        ${STATES.map((one) => html`<option value=${one} .selected=${one === this.given('state')}>${stateName(one)}</option>`)}</select></span>`;
  }

  private moving(): TemplateResult {
    const range = this.range();
    const field = (name: 'from' | 'to') => html`<label class="check"><span>${t[name]}</span><input type="datetime-local" step="1" .value=${`${day(range[name])}T${time(range[name])}`} @change=${(event: Event) => this.write(name, event)}></label>`;
    return html`<div class="moving" role="group" aria-label=${t.moving}>${field('from')}${field('to')}
      ${action({ label: t.earlier, icon: 'left', signOnly: true, run: () => this.show(moved(range, -0.5)) })}
      ${action({ label: t.later, icon: 'right', signOnly: true, run: () => this.show(moved(range, 0.5)) })}
      ${action({ label: t.nearer, icon: 'plus', signOnly: true, run: () => this.show(zoomed(range, 0.5)) })}
      ${action({ label: t.farther, icon: 'minus', signOnly: true, run: () => this.show(zoomed(range, 2)) })}
      ${action({ label: t.toNow, disabled: this.given('from') === undefined, run: () => change({ from: null, to: null }) })}</div>`;
  }

  private lanes(shown: Shown): TemplateResult {
    const lanes = this.laid(shown);
    const dense = this.isDense(lanes);
    const all = lanes.flatMap((lane) => lane.bars);
    return html`${this.limits(shown, dense)}
      <figure class="timeline" aria-label=${this.sentence(lanes, all)}>
        <div class="lane-names" aria-hidden="true"><span class="axis-name">${this.said()}</span>${lanes.map((lane) => html`<span .style=${`height:${laneHeight(lane, dense)}px`} title=${lane.name}>${lane.name || t.nobody}</span>`)}</div>
        <div class="lanes-room" tabindex="0" role="application" aria-label=${t.keys} @keydown=${this.onKey}>
          <canvas aria-hidden="true" @pointermove=${this.onMove} @pointerdown=${this.onDown} @pointerleave=${() => { this.pointed = undefined; }} @wheel=${this.onWheel}></canvas>${this.tip()}</div>
        <figcaption class="legend">${(['queued', 'running', 'completed', 'failed', 'timedOut', 'cancelled', 'unknown'] as const).map((one) => stateMark(one))}
          <span class="meta"><span class="hatched"></span> ${t.late}</span><span class="meta">${this.sentence(lanes, all)}</span></figcaption></figure>`;
  }

  private limits(shown: Shown, dense: boolean): TemplateResult | typeof nothing {
    return shown.readFrom !== null ? html`<p class="note warning">${t.tooMany(short(shown.readFrom))}</p>` : dense ? html`<p class="note">${t.dense}</p>` : nothing;
  }

  private tip(): TemplateResult | typeof nothing {
    if (this.pointed === undefined) {
      return nothing;
    }
    const { x, y, bar: { run, planned, begin, end } } = this.pointed;
    return html`<div class="tip" role="tooltip" .style=${`left:${Math.min(Math.max(0, x), this.width - 220)}px;top:${y + 16}px`}><b>${run.jobName}</b> ${stateMark(run.state as State)}
      <br>${time(planned)}${begin - planned >= 1000 ? html` <span class="late">+${span(begin - planned)}</span>` : nothing}${run.startedAt === null ? nothing : html` · ${span(end - begin)}`}</div>`;
  }

  private table(shown: Shown): TemplateResult {
    const rows = this.inRange(shown).map((bar) => bar.run).sort((a, b) => (a.id < b.id ? 1 : -1));
    return html`${this.limits(shown, false)}<m-table label=${t.title} .rows=${rows} .columns=${COLUMNS} .keyOf=${(run: Bar['run']) => run.id} .hrefOf=${(run: Bar['run']) => href(`/runs/${run.id}`)}></m-table>`;
  }

  private laid({ runs }: Shown): Lane[] {
    const wanted = (this.given('q') ?? '').toLocaleLowerCase(locale);
    const range = this.range();
    const state = this.given('state');
    const meant = state === undefined ? runs.values() : [...runs.values()].filter((run) => run.state === state);
    return lanesOf(meant, this.by(), range, 4 * (range.to - range.from) / this.width, this.now, collator.compare)
      .filter((lane) => lane.name.toLocaleLowerCase(locale).includes(wanted));
  }

  private inRange(shown: Shown): Bar[] {
    return this.laid(shown).flatMap((lane) => lane.bars);
  }

  private isDense(lanes: readonly Lane[]): boolean {
    return lanes.reduce((sum, lane) => sum + lane.bars.length, 0) > MOST_BARS;
  }

  private sentence(lanes: readonly Lane[], bars: readonly Bar[]): string {
    const bad = bars.filter(({ run }) => run.state === 'failed' || run.state === 'timedOut' || run.state === 'unknown').length;
    return t.sentence(bars.length, lanes.length, bad);
  }

  private said(): string {
    const { from, to } = this.range();
    return `${short(from)} – ${day(from) === day(to) ? time(to) : short(to)}`;
  }

  private given(name: string): string | undefined {
    return here.value.query.get(name) ?? undefined;
  }

  private by(): By {
    return BYS.find((by) => by === this.given('by')) ?? 'job';
  }

  /** What the address says; the last hour moves along with now. */
  private range(): Range {
    const [from, to] = [Date.parse(this.given('from') ?? ''), Date.parse(this.given('to') ?? '')];
    return from < to ? { from, to } : { from: this.now - USUAL_MS, to: this.now + USUAL_MS * AHEAD };
  }

  private show({ from, to }: Range): void {
    change({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }, { replace: true });
  }

  private write(name: 'from' | 'to', event: Event): void {
    const at = instantOf((event.target as HTMLInputElement).value);
    const range = { ...this.range(), ...at !== null && { [name]: Date.parse(at) } };
    if (range.from < range.to) {
      this.show(range);
    } else {
      this.requestUpdate();
    }
  }

  /** What is shown at once is what was read; what lacks is read when one has come to rest. */
  private follow(): void {
    const now = here.value.query.toString();
    if (here.value.path === '/timeline' && now !== this.address) {
      this.address = now;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.data.shown.load(), 200);
    }
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const letter = letters.value === 'on' ? event.key : '';
    const next = letter === '+' ? zoomed(this.range(), 0.5) : letter === '-' ? zoomed(this.range(), 2)
      : event.key === 'ArrowLeft' ? moved(this.range(), -0.1) : event.key === 'ArrowRight' ? moved(this.range(), 0.1) : null;
    if (next !== null) {
      event.preventDefault();
      this.show(next);
    } else if (event.key === 'Home') {
      change({ from: null, to: null });
    } else if (event.key === 'Escape') {
      this.pointed = undefined;
    }
  };

  private readonly onMove = (event: PointerEvent): void => {
    this.pointed = hitAt(this.hits, event.offsetX, event.offsetY);
  };

  /** A drag moves along the axis, a click follows a bar. */
  private readonly onDown = (event: PointerEvent): void => {
    const canvas = event.target as HTMLCanvasElement;
    const begin = { x: event.clientX, range: this.range(), hit: hitAt(this.hits, event.offsetX, event.offsetY) };
    let dragged = false;
    canvas.setPointerCapture(event.pointerId);
    canvas.onpointermove = (move: PointerEvent) => {
      const by = begin.x - move.clientX;
      dragged ||= Math.abs(by) > 4;
      if (dragged) {
        this.show(moved(begin.range, by / this.width));
      }
    };
    canvas.onpointerup = () => {
      canvas.onpointermove = null;
      canvas.onpointerup = null;
      if (!dragged && begin.hit !== undefined) {
        go(`/runs/${begin.hit.bar.run.id}`);
      }
    };
  };

  /** The wheel zooms with Ctrl, or when the lanes have the focus: else the page scrolls. */
  private readonly onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || document.activeElement?.classList.contains('lanes-room')) {
      event.preventDefault();
      const { from, to } = this.range();
      const at = from + event.offsetX / this.width * (to - from);
      this.show(event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
        ? moved(this.range(), Math.sign(event.deltaX || event.deltaY) * 0.1) : zoomed(this.range(), event.deltaY > 0 ? 1.25 : 0.8, at));
    }
  };
}

declare global {
  interface HTMLElementTagNameMap { 'm-timeline': Timeline }
}
