import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { span } from '../../ground/clock.ts';
import { Live } from '../../ground/live.ts';
import { go, href } from '../../ground/location.ts';
import { letters, zone } from '../../ground/preferences.ts';
import { Resource } from '../../ground/resource.ts';
import { Soon } from '../../ground/soon.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { copy } from '../../parts/copy.ts';
import '../../parts/json-view/json-view.ts';
import { Part } from '../../parts/part.ts';
import { RunEvents } from '../../parts/runs/events.ts';
import { after, isOlder } from '../../parts/runs/newer.ts';
import { isPinned, pin, pins, unpin } from '../../parts/runs/pins.ts';
import { isFinal, stateMark, type State } from '../../parts/state.ts';
import { attempts, errorOf } from './attempts.ts';
import { addressOf, cancel, causes, curlOf, retry } from './doings.ts';
import './log/log.ts';
import { way } from './way.ts';
import { t } from './words.ts';

type View = Schemas['OccurrenceView'];

const REFRESH_MS = 500;
const WHY_AFTER_MS = 3000; // before that nobody wonders

/** One run: its way, attempts, log, and what came of it. */
@customElement('m-run')
export class Run extends Part {
  @property() override id = '';

  private readonly run = new Resource<View>(this, (signal) => api.get('/occurrences/{id}', { path: { id: this.id }, signal }));
  private readonly why = new Resource<Schemas['Causes']>(this, (signal) => api.get('/occurrences/{id}/why', { path: { id: this.id }, signal }));
  private readonly beside = new Resource<Schemas['Neighbours']>(this, (signal) => api.get('/occurrences/{id}/neighbours', { path: { id: this.id }, signal }));
  private readonly events = new RunEvents(this, (told) => this.take(told), () => void this.run.load());
  private readonly live = new Live(this, {
    channels: () => (this.id === '' ? [] : [`occurrence:${this.id}`]),
    event: (event) => event.id === this.id && this.events.add(event), reread: () => void this.run.load(),
  });
  private clock = 0;
  private readonly again = new Soon(this, REFRESH_MS, () => this.look());

  constructor() {
    super();
    new Watch(this, pins, zone);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    this.clock = window.setInterval(() => this.tick(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
    clearInterval(this.clock);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('id')) {
      [this.run, this.why, this.beside].forEach((one) => one.forget());
      this.live.resubscribe();
      void this.run.load();
      void this.beside.load();
    }
  }

  override render() {
    const run = this.run.value;
    return html`<nav class="meta" aria-label=${t.crumbs}><a href=${href('/runs')}>${t.runs}</a>${run === undefined ? nothing : html` / <a href=${href(`/jobs/${run.jobId}`)}>${run.jobName}</a>`}</nav>
      <header class="page-head"><h1>${run === undefined ? t.title : t.titleOf(run.jobName)}</h1>${run === undefined ? nothing : this.actions(run)}</header>
      ${this.run.error?.status === 404 ? emptiness(t.gone, html`<p><a href=${href('/runs')}>${t.toRuns}</a></p>`) : block(this.run, { lines: 10, ok: (found) => this.whole(found) })}`;
  }

  private actions(run: View) {
    const open = !isFinal(run.state as State);
    const { previous, next } = this.beside.value ?? {};
    const kept = isPinned(run.id);
    return html`
      ${open ? action({ label: t.cancel, icon: 'stop', kind: 'danger', needs: 'Occurrence.Cancel', disabled: run.cancelRequestedAt !== null, ...run.cancelRequestedAt !== null && { hint: t.asked }, run: () => void cancel(run).then(() => this.run.load()) }) : nothing}
      ${!open && run.state !== 'completed' ? action({ label: t.retry, icon: 'retry', kind: 'primary', needs: 'Failure.Replay', run: () => void retry(run) }) : nothing}
      ${action({ label: kept ? t.unpin : t.pin, icon: 'pin', run: () => (kept ? unpin(run.id) : pin(run)) })}
      <details class="menu copies"><summary class="button">${t.copy}</summary><div>
        ${action({ label: t.copyId, icon: 'copy', kind: 'quiet', run: () => void copy(run.id) })}
        ${action({ label: t.copyLink, icon: 'copy', kind: 'quiet', run: () => void copy(addressOf(run)) })}
        ${action({ label: t.copyCurl, icon: 'copy', kind: 'quiet', run: () => void copy(curlOf(run)) })}</div></details>
      ${action({ label: t.previous, icon: 'left', signOnly: true, disabled: !previous, hint: `${t.previous} [`, run: () => this.toNeighbour('previous') })}
      ${action({ label: t.next, icon: 'right', signOnly: true, disabled: !next, hint: `${t.next} ]`, run: () => this.toNeighbour('next') })}`;
  }

  private whole(run: View) {
    return html`<div class="run">
      <section class="card" aria-labelledby="way-title"><h2 id="way-title">${stateMark(run.state as State)}${
        run.durationMs === null ? nothing : html` <span class="meta">${t.after(span(run.durationMs))}</span>`}</h2>${way(run)}${this.progress(run)}</section>
      ${isFinal(run.state as State) ? nothing : causes(this.why.value?.causes ?? [])}
      ${run.error === null ? nothing : errorOf(run.error)}
      <div class="run-sides">${this.facts(run)}
        <section class="card" aria-labelledby="data-title"><h2 id="data-title">${t.data}</h2>${
          run.data === null || run.data === undefined ? html`<p class="meta">${t.dataOfJob}</p>` : html`<m-json-view label=${t.data} .value=${run.data}></m-json-view>`}
          ${run.result === null ? nothing : html`<h3>${t.result}</h3><m-json-view label=${t.result} .text=${run.result}></m-json-view>`}</section></div>
      ${run.attempts.length > 1 ? attempts(run.attempts) : nothing}
      <m-run-log run=${run.id}></m-run-log></div>`;
  }

  private progress(run: View) {
    return run.progress === null && run.progressText === null ? nothing : html`<p class="run-progress">${run.progress === null ? nothing : html`
      <progress max="100" .value=${run.progress} aria-label=${t.progress}></progress> ${run.progress} %`} ${run.progressText ?? ''}</p>`;
  }

  private facts(run: View) {
    const of = (name: string, value: unknown) => (value === null || value === undefined ? nothing : html`<dt>${name}</dt><dd>${value}</dd>`);
    return html`<section class="card" aria-labelledby="facts-title"><h2 id="facts-title">${t.facts}</h2><dl class="facts">
      ${of(t.planned, html`<m-time .at=${run.plannedAt} relative zoned></m-time>`)}
      ${of(t.job, html`<a href=${href(`/jobs/${run.jobId}`)}>${run.jobName}</a> <span class="meta">${t.version(run.jobVersion)}</span>`)}
      ${of(t.type, run.jobType)}${of(t.worker, run.workerInstance)}${of(t.group, run.workerGroup)}${of(t.attempt, run.attempt)}
      ${of(t.trigger, run.manual ? [run.triggeredBy ?? t.manual, run.triggeredByKey === null ? '' : ` (${run.triggeredByKey})`] : t.scheduled)}
      ${of(t.retryOf, run.retryOf === null ? null : html`<a class="mono" href=${href(`/runs/${run.retryOf}`)}>${run.retryOf}</a>`)}
      ${of(t.id, html`<span class="mono">${run.id}</span>`)}</dl></section>`;
  }

  /** The list and this page agree: both keep the newer of what they know. */
  private take(told: Parameters<ConstructorParameters<typeof RunEvents>[1]>[0]): void {
    const before = this.run.value;
    const news = told.get(this.id);
    if (before === undefined || news === undefined) {
      return;
    }
    this.run.set(after(before, news));
    this.again.ask();
  }

  /** Events have no attempts, texts, errors and results. */
  private async look(): Promise<void> {
    const { id } = this;
    const found = await api.get('/occurrences/{id}', { path: { id } }).catch(() => null); // the next event looks again
    const known = this.run.value;
    if (found !== null && known?.id === found.id && !isOlder(found, known)) {
      this.run.set(found);
    }
  }

  private tick(): void {
    const run = this.run.value;
    if (run === undefined || isFinal(run.state as State)) {
      return;
    }
    this.requestUpdate();
    if (run.state !== 'running' && this.why.value === undefined && !this.why.loading && Date.now() - Date.parse(run.createdAt) > WHY_AFTER_MS) {
      void this.why.load();
    }
  }

  private toNeighbour(side: 'previous' | 'next'): void {
    const id = this.beside.value?.[side];
    if (id) {
      go(`/runs/${id}`);
    }
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const typing = (event.target as HTMLElement).closest('input, select, textarea, dialog[open]') !== null;
    if (!typing && letters.value === 'on' && (event.key === '[' || event.key === ']')) {
      this.toNeighbour(event.key === '[' ? 'previous' : 'next');
    }
  };
}

declare global {
  interface HTMLElementTagNameMap { 'm-run': Run }
}
