import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { short } from '../../ground/clock.ts';
import { go, here, href } from '../../ground/location.ts';
import { zone } from '../../ground/preferences.ts';
import { Failed, saying } from '../../ground/problem.ts';
import { Resource } from '../../ground/resource.ts';
import { can, me } from '../../ground/session.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { block } from '../../parts/block.ts';
import { flawSaid } from '../../parts/json-editor/json-editor.ts';
import { Part } from '../../parts/part.ts';
import { done } from '../../parts/toast.ts';
import { changesOf } from './changes.ts';
import { consequencesOf, misfires } from './consequences.ts';
import { discard, keep, type Draft } from './drafts.ts';
import { idOf, type Filling } from './field.ts';
import { jobOf, ofKind, type Form, type Job, type Kind, type Name } from './form.ts';
import { Later } from '../../parts/later.ts';
import { opened, type Opened } from './opened.ts';
import { previewOf, timingOf, type Preview, type Timing } from './preview.ts';
import { labelOf, problemsOf, type Problems } from './problems.ts';
import { saved, type Saved } from './saving.ts';
import { data, failing, late, limits, what } from './sections.ts';
import { side } from './side.ts';
import { suggestions } from './suggestions.ts';
import { t } from './words.ts';
import { when } from './when.ts';

/** Makes a job, or changes one. */
@customElement('m-job-form')
export class JobForm extends Part {
  /** The job that is changed; empty for a new one. */
  @property() job = '';

  @state() private form: Form | null = null;
  @state() private draftAt: number | null = null;
  @state() private refused: Failed | undefined;
  @state() private asksForAll = false;
  @state() private busy = false;
  private readonly seen = new Set<Name>();

  private readonly start = new Resource<Opened>(this, (signal) => opened(this.job, here.value.query.get('from'), signal));
  private readonly known = new Resource(this, suggestions);
  private readonly plan = new Later<Timing, Preview>(this, (timing, signal) => previewOf(this.job === '' ? timing : { ...timing, jobId: this.job }, signal));
  private readonly check = new Later<Job, Schemas['CheckedJob']>(this, (body, signal) => (this.job === ''
    ? api.secret('/jobs/check', { body, signal }) : api.secret('/jobs/{id}/check', { path: { id: this.job }, body, signal })));
  private readonly standstill = new Later<string, Parameters<typeof misfires>[0]>(this, async (id, signal) =>
    (await api.get('/jobs/{id}/misfire-preview', { path: { id }, query: { at: new Date(Date.now() + 3_600_000).toISOString() }, signal })).byPolicy);

  constructor() {
    super();
    new Watch(this, zone, me);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.known.load();
    void this.open();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('job') && changed.get('job') !== undefined) {
      void this.open();
    }
  }

  override render() {
    const begun = this.start.value;
    const title = this.job === '' ? t.create : t.edit(begun?.base.displayName ?? '');
    return html`<header class="page-head"><nav class="crumbs"><a href=${href('/jobs')}>${t.jobs}</a></nav><h1>${title}</h1>
      <a class="button" href=${href(this.job === '' ? '/jobs' : `/jobs/${this.job}`)}>${t.back}</a></header>
      ${block(this.start, { lines: 16, ok: (start) => (this.form === null ? html`` : this.filled(start, this.form)) })}`;
  }

  private filled(start: Opened, form: Form): TemplateResult {
    const problems = this.problems(form);
    const filling: Filling = {
      form,
      set: (name, value) => this.set(name, value),
      left: (name) => { this.seen.add(name); this.requestUpdate(); },
      touched: (name) => this.seen.has(name),
      wrong: (name) => (this.asksForAll || this.seen.has(name) ? problems.get(name) : undefined),
    };
    return html`${this.notes(start)}${this.summary(problems)}
      <form class="job-form" novalidate @submit=${(event: Event) => { event.preventDefault(); void this.save(false); }}>
        <div class="job-form-main">${what(filling, this.known.value ?? { types: [], groups: [] }, this.check.answer?.warnings ?? [])}${when(filling, this.plan, this.known.value?.calendars)}${
          data(filling)}${failing(filling)}${late(filling)}${limits(filling)}</div>
        ${side({
          consequences: consequencesOf(form, this.plan.error === undefined ? this.plan.answer : undefined),
          misfires: this.standstillHolds(start, form) ? misfires(this.standstill.answer ?? [], form.misfirePolicy) : [],
          check: this.standing(problems), isNew: this.job === '', hasDraft: this.draftAt !== null, busy: this.busy,
          save: (andRun) => void this.save(andRun), discard: () => this.discard(start),
        })}
      </form>`;
  }

  private notes(start: Opened): unknown {
    return html`${start.draft === null ? nothing : html`<p class="note warning" role="status" id="draft-note">${t.draftOf(short(start.draft.at))}
        ${start.draft.form.secretFields === '' ? nothing : html`<span>${t.draftSecrets}</span>`}
        <button type="button" class="button" @click=${() => this.discard(start)}>${t.discard}</button></p>`}
      ${start.from === null ? nothing : html`<p class="note">${t.clonedFrom(start.from)}</p>`}`;
  }

  private summary(problems: Problems): unknown {
    const refused = this.refused;
    if (refused !== undefined && refused.status !== 400) {
      return html`<p class="note failure" role="alert"><strong>${refused.status === 401 ? '' : refused.title}</strong> ${refused.status === 401 ? t.sessionEnded : refused.message}</p>`;
    }
    return !this.asksForAll || problems.size === 0 ? nothing : html`<div class="note failure summary" role="alert" id="form-summary" tabindex="-1"><strong>${t.summary}</strong>
      <ul>${[...problems].map(([name, message]) => html`<li><a href="#${idOf(name)}" @click=${(event: Event) => this.show(event, name)}>${labelOf(name)}</a>: ${message}</li>`)}</ul></div>`;
  }

  /** The address is the page's: a link within it only moves. */
  private show(event: Event, name: Name): void {
    event.preventDefault();
    const field = this.querySelector<HTMLElement>(`#${idOf(name)}`);
    field?.closest('details')?.setAttribute('open', '');
    (field?.querySelector<HTMLElement>('m-json-editor') ?? field)?.focus();
    field?.scrollIntoView({ block: 'center' });
  }

  private problems(form: Form): Problems {
    const found = problemsOf([...this.check.answer?.violations ?? [], ...this.refused?.violations ?? []], form);
    problemsOf(this.plan.error?.violations ?? [], form).forEach((message, name) => found.set(name, message));
    const flaw = flawSaid(form.jobData);
    return flaw === null ? found : found.set('jobData', flaw);
  }

  private standing(problems: Problems): { text: string; state: 'good' | 'warning' | 'plain' } {
    const failure = this.check.error;
    if (this.check.waiting) {
      return { text: t.checking, state: 'plain' };
    }
    if (problems.size > 0) {
      const said = [...problems.keys()].filter((name) => this.asksForAll || this.seen.has(name)).length;
      return said > 0 ? { text: t.wrong(said), state: 'warning' } : { text: t.missing(problems.size), state: 'plain' };
    }
    return failure !== undefined ? { text: t.notChecked(saying(failure)), state: 'warning' }
      : { text: this.check.answer === undefined ? t.untouched : t.right, state: this.check.answer === undefined ? 'plain' : 'good' };
  }

  /** The server foretells by the schedule that is stored. */
  private standstillHolds(start: Opened, form: Form): boolean {
    return start.etag !== null && JSON.stringify(timingOf(start.base)) === JSON.stringify(timingOf(form));
  }

  private async open(): Promise<void> {
    this.form = null;
    this.refused = undefined;
    this.asksForAll = false;
    this.seen.clear();
    this.start.forget();
    await this.start.load();
    const start = this.start.value;
    if (start !== undefined) {
      this.draftAt = start.draft?.at ?? null;
      this.fill(start.draft?.form ?? start.form);
      this.standstill.wonder(this.job === '' || start.base.schedule === 'none' ? null : this.job);
    }
  }

  private fill(form: Form): void {
    this.form = form;
    this.plan.wonder(timingOf(form));
    this.check.wonder(jobOf(form));
  }

  private set<N extends Name>(name: N, value: Form[N]): void {
    const start = this.start.value;
    if (this.form === null || start === undefined) {
      return;
    }
    this.seen.add(name);
    this.fill(name === 'schedule' ? ofKind(this.form, value as Kind) : { ...this.form, [name]: value });
    this.refused = undefined;
    this.draftAt = Date.now();
    keep(start.key, { ...this.basis(start), form: this.form, at: this.draftAt });
  }

  private basis(start: Opened): Omit<Draft, 'form' | 'at'> {
    return start.draft ?? { base: start.base, etag: start.etag };
  }

  private discard(start: Opened): void {
    const draft = this.form;
    discard(start.key);
    this.draftAt = null;
    this.start.set({ ...start, draft: null });
    this.seen.clear();
    this.asksForAll = false;
    this.refused = undefined;
    this.fill(start.form);
    done(t.discarded, { undo: () => { if (draft !== null) { this.fill(draft); keep(start.key, { ...this.basis(start), form: draft, at: Date.now() }); this.draftAt = Date.now(); } } });
  }

  private async save(andRun: boolean): Promise<void> {
    const { form, start: { value: start } } = this;
    if (form === null || start === undefined || this.busy) {
      return;
    }
    const pressed = document.activeElement;
    this.busy = true;
    this.asksForAll = true;
    this.refused = undefined;
    try {
      await this.check.now(jobOf(form));
      if (this.problems(form).size > 0) {
        await this.updateComplete;
        if (document.activeElement === pressed) { // whoever has gone on to a field already stays there
          this.querySelector<HTMLElement>('#form-summary')?.focus();
        }
        return;
      }
      if (this.check.error !== undefined) {
        throw this.check.error;
      }
      const { base, etag } = this.basis(start);
      if (etag !== null && changesOf(base, form).length === 0) {
        this.leave({ id: this.job, name: form.displayName, text: t.noChange }, start, andRun);
        return;
      }
      const result = await saved(this.job, form, base, etag);
      if (result !== null) {
        this.leave(result, start, andRun);
      }
    } catch (reason) {
      this.refused = reason instanceof Failed ? reason : new Failed(0, 'Error', String(reason));
    } finally {
      this.busy = false;
    }
  }

  private async leave(result: Saved, start: Opened, andRun: boolean): Promise<void> {
    discard(start.key);
    this.draftAt = null;
    if (andRun && can('Job.Trigger')) {
      const { occurrenceId } = await api.post('/jobs/{id}/trigger', { path: { id: result.id } });
      go(`/runs/${occurrenceId}`);
    } else {
      go(`/jobs/${result.id}`);
    }
    done(result.text);
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-form': JobForm }
}
