import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { go, href } from '../../ground/location.ts';
import { Failed, saying } from '../../ground/problem.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { ask } from '../../parts/dialog.ts';
import { Later } from '../../parts/later.ts';
import { Part } from '../../parts/part.ts';
import { done } from '../../parts/toast.ts';
import { bodyOf, opened, STARTS, type Body, type Draft, type List, type Opened } from './draft.ts';
import { moves } from './moves.ts';
import { ruleFields } from './rule-fields.ts';
import { BLANK, type RuleForm } from './rules.ts';
import { t } from './words.ts';

const f = t.form;
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** Makes a calendar, or changes one, and says before which runs move. */
@customElement('m-calendar-form')
export class CalendarForm extends Part {
  @property() calendar = '';

  @state() private draft: Draft | null = null;
  @state() private refused: Failed | undefined;
  @state() private busy = false;
  private file: File | null = null;

  private readonly start = new Resource<Opened>(this, (signal) => opened(this.calendar, signal));
  private readonly check = new Later<Body, Schemas['CalendarChange']>(this, (body, signal) => api.secret('/calendars/{name}/check', { path: { name: this.calendar }, body, signal }));

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('calendar')) {
      void this.open();
    }
  }

  override render() {
    const title = this.start.value?.isNew ? f.make(this.calendar) : f.edit(this.calendar);
    return html`<header class="page-head"><nav class="crumbs"><a href=${href('/calendars')}>${t.title}</a></nav><h1>${title}</h1>
      <a class="button" href=${href(this.start.value?.isNew ? '/calendars' : `/calendars/${this.calendar}`)}>${f.back}</a></header>
      ${block(this.start, { lines: 12, ok: (start) => (this.draft === null ? html`` : this.filled(start, this.draft)) })}`;
  }

  private filled(start: Opened, draft: Draft): TemplateResult {
    return html`<form class="job-form" novalidate @submit=${(event: Event) => { event.preventDefault(); void this.save(); }}>
      <div class="job-form-main">${start.isNew && draft.include.length + draft.exclude.length === 0 ? html`<p class="note">${f.quick}
          ${(['work', 'holidays', 'night'] as const).map((one) => action({ label: f.starts[one], run: () => this.fill(STARTS[one]()) }))}</p>` : nothing}
        ${this.list(start, draft, 'include')}${this.list(start, draft, 'exclude')}${this.rest(draft)}</div>
      <aside class="card job-form-side" aria-labelledby="calendar-follows"><h2 id="calendar-follows">${f.follows}</h2>${this.follows()}
        ${this.refused === undefined ? nothing : this.refusal(this.refused)}
        <div class="buttons">${action({ label: f.save, id: 'save-calendar', kind: 'primary', needs: 'Job.Write', disabled: this.busy, run: () => void this.save() })}</div></aside></form>`;
  }

  private list(start: Opened, draft: Draft, list: List): TemplateResult {
    const [title, hint] = list === 'include' ? [t.openWhen, t.openHint] : [t.closedWhen, t.closedHint];
    const set = (rules: RuleForm[]): void => this.fill({ ...draft, [list]: rules });
    return html`<section class="card" aria-labelledby="form-${list}"><h2 id="form-${list}">${title}</h2><p class="hint">${hint}</p>
      ${draft[list].map((rule, at) => html`<fieldset class="rule"><legend class="unseen">${title} ${at + 1}</legend>
        ${ruleFields({
          id: `${list}-${at}`, rule, known: start.known, wrong: (part) => this.wrong(part === '' ? `${list}[${at}]` : `${list}[${at}].${part}`),
          set: (changes) => set(draft[list].map((one, n) => (n === at ? { ...one, ...changes } : one))),
        })}
        <p class="buttons">${action({ label: f.remove, icon: 'trash', kind: 'quiet', hint: f.removeRule(at + 1, title), run: () => set(draft[list].filter((_, n) => n !== at)) })}</p></fieldset>`)}
      ${action({ label: f.add, icon: 'plus', hint: f.addTo(title), id: `add-${list}`, run: () => set([...draft[list], { ...BLANK }]) })}</section>`;
  }

  private rest(draft: Draft): TemplateResult {
    const usesFile = [...draft.include, ...draft.exclude].some((rule) => rule.kind === 'ical');
    return html`<section class="card" aria-labelledby="form-rest"><h2 id="form-rest">${t.about}</h2>
      ${this.text(draft, 'description', t.description, '')}
      ${this.text(draft, 'timeZone', t.zone, t.zoneHint, 'calendar-zones')}
      <datalist id="calendar-zones">${ZONES.map((zone) => html`<option value=${zone}></option>`)}</datalist>
      ${usesFile || draft.icalUrl !== '' ? html`${this.text(draft, 'icalUrl', f.url, f.urlHint)}
        <div class="field"><label for="c-file">${f.upload}</label><input id="c-file" type="file" accept=".ics,text/calendar" aria-describedby="c-file-hint"
          @change=${(event: Event) => { this.file = (event.target as HTMLInputElement).files?.[0] ?? null; }}><span class="hint" id="c-file-hint">${f.uploadHint}</span></div>` : nothing}</section>`;
  }

  private text(draft: Draft, name: 'description' | 'timeZone' | 'icalUrl', label: string, hint: string, list?: string): TemplateResult {
    const wrong = this.wrong(name);
    return html`<div class="field"><label for="c-${name}">${label}</label><input id="c-${name}" autocomplete="off" list=${list ?? nothing} aria-describedby="c-${name}-hint"
      aria-invalid=${wrong === undefined ? nothing : 'true'} .value=${draft[name]} @input=${(event: Event) => this.fill({ ...draft, [name]: (event.target as HTMLInputElement).value })}>
      <span id="c-${name}-hint">${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}${wrong === undefined ? nothing : html` <span class="wrong">${wrong}</span>`}</span></div>`;
  }

  private follows(): TemplateResult {
    const { answer, error, waiting } = this.check;
    if (error !== undefined) {
      return html`<p class="note warning" role="status" id="calendar-check">${error.violations.length > 0 ? f.wrong : f.notChecked(saying(error))}</p>`;
    }
    return html`<div role="status" id="calendar-check" class=${waiting ? 'again' : nothing}>${answer === undefined ? html`<p class="meta">${f.checking}</p>` : moves(answer)}</div>`;
  }

  private refusal(refused: Failed): TemplateResult {
    return refused.status === 412 ? html`<div class="note failure" role="alert"><span>${f.stale}</span>${action({ label: f.reload, icon: 'retry', run: () => void this.open() })}</div>`
      : html`<p class="note failure" role="alert"><strong>${refused.title}</strong> ${refused.message}</p>`;
  }

  /** Of a field, or of something within it: `exclude[0].days[2]` is said at the days. */
  private wrong(field: string): string | undefined {
    const found = [...this.check.error?.violations ?? [], ...this.refused?.violations ?? []]
      .filter((one) => one.field === field || one.field.startsWith(`${field}[`) || one.field.startsWith(`${field}.`) && field.split('.').length === 2);
    return found.length === 0 ? undefined : [...new Set(found.map((one) => one.message))].join(' ');
  }

  private async open(): Promise<void> {
    this.draft = null;
    this.refused = undefined;
    this.file = null;
    this.start.forget();
    await this.start.load();
    if (this.start.value !== undefined) {
      this.fill(this.start.value.draft);
    }
  }

  private fill(draft: Draft): void {
    this.draft = draft;
    this.refused = undefined;
    this.check.wonder(bodyOf(draft));
  }

  private async save(): Promise<void> {
    const { draft, start: { value: start } } = this;
    if (draft === null || start === undefined || this.busy) {
      return;
    }
    this.busy = true;
    try {
      await this.check.now(bodyOf(draft));
      const change = this.check.answer;
      if (this.check.error !== undefined || change === undefined) {
        await this.updateComplete;
        this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        return;
      }
      const put = (): Promise<void> => this.put(draft, start);
      if (change.jobs.length === 0) {
        await put();
      } else if (!await ask({ title: f.saveTitle(this.calendar), consequence: moves(change), verb: f.saveVerb(change.jobs.length), run: put })) {
        return;
      }
      done(f.saved(this.calendar));
      go(`/calendars/${this.calendar}`);
    } catch (reason) {
      this.refused = reason instanceof Failed ? reason : new Failed(0, 'Error', String(reason));
    } finally {
      this.busy = false;
    }
  }

  /** The file last: rules that speak of it have to be there. */
  private async put(draft: Draft, start: Opened): Promise<void> {
    const path = { name: this.calendar };
    const saved = await api.put('/calendars/{name}', { path, body: bodyOf(draft), ...start.etag !== null && { ifMatch: start.etag } });
    if (this.file !== null) {
      await api.put('/calendars/{name}/ical', { path: { name: saved.name }, text: { body: await this.file.text(), type: 'text/calendar' } });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-calendar-form': CalendarForm }
}
