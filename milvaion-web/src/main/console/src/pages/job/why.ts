import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { block } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Cause = Schemas['Cause'];

const USUAL = new Set(['plannedLater', 'notScheduled', 'due', 'openRun']);

/** What keeps a job from running: seen by itself if there is something, else once it is asked for. */
@customElement('m-job-why')
export class JobWhy extends Part {
  @property() job = '';
  /** Changes whenever the causes may be others. */
  @property({ type: Number }) moment = 0;
  @state() private asked = false;

  private readonly causes = new Resource<Cause[]>(this, async (signal) =>
    (await api.get('/jobs/{id}/why', { path: { id: this.job }, signal })).causes);

  ask(): void {
    this.asked = !this.asked;
    void this.causes.load();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('job')) {
      this.causes.forget();
      this.asked = false;
    }
    if (this.job !== '' && (changed.has('job') || changed.has('moment'))) {
      void this.causes.load();
    }
  }

  override render() {
    const kept = this.causes.value?.some((cause) => !USUAL.has(cause.code)) ?? false;
    return kept || this.asked ? html`<section class="why note ${kept ? 'warning' : ''}" role="status" aria-label=${t.whyTitle}>
      ${block(this.causes, { lines: 2, ok: (causes) => (causes.length === 0 ? html`<p>${t.nothingKeeps}</p>` : html`<ul>${causes.map((cause) => this.cause(cause))}</ul>`) })}</section>` : nothing;
  }

  private cause(cause: Cause) {
    const run = cause.refs['occurrenceId'];
    return html`<li data-code=${cause.code}>${icon(USUAL.has(cause.code) ? 'info' : 'failures')} <span lang="en">${cause.detail}</span>${
      cause.since === null ? nothing : html` <span class="meta">${t.since} <m-time .at=${cause.since} relative></m-time></span>`}${
      typeof run === 'string' ? html` <a href="#/runs/${run}">${t.toRun}</a>` : nothing}</li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-why': JobWhy }
}
