import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { myZone } from '../../ground/clock.ts';
import { change, go, here, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { failed } from '../../parts/toast.ts';
import { deleteCalendar } from './deeds.ts';
import './holidays.ts';
import { ruleText } from './rule-text.ts';
import type { Rule } from './rules.ts';
import './users.ts';
import { t } from './words.ts';
import './year.ts';

type Calendar = Schemas['Calendar'];

const FIRST = 1970;
const LAST = 2200;

/** What a calendar says, a year of it, and the jobs that use it. The year is in the address. */
@customElement('m-calendar')
export class CalendarPage extends Part {
  @property() name = '';

  private readonly calendar = new Resource<Calendar>(this, (signal) => api.get('/calendars/{name}', { path: { name: this.name }, signal }));
  private readonly year = new Resource<Schemas['CalendarYear']>(this, (signal) =>
    api.get('/calendars/{name}/year', { path: { name: this.name }, query: { year: String(this.shownYear()), zone: myZone }, signal }));
  private readFor = '';

  constructor() {
    super();
    new Watch(this, here);
  }

  override willUpdate(): void {
    const [name] = this.readFor.split(' ');
    if (name !== this.name) {
      this.calendar.forget();
      this.year.forget();
      void this.calendar.load();
    }
    const wanted = `${this.name} ${this.shownYear()}`;
    if (this.readFor !== wanted) {
      this.readFor = wanted;
      void this.year.load();
    }
  }

  override render() {
    const isGone = this.calendar.error?.status === 404;
    return html`<header class="page-head"><nav class="crumbs"><a href=${href('/calendars')}>${t.title}</a></nav><h1>${this.name}</h1>
      ${isGone ? nothing : html`${action({ label: t.edit, icon: 'edit', needs: 'Job.Write', run: () => go(`/calendars/${this.name}/edit`) })}
        ${action({ label: t.delete, icon: 'trash', kind: 'danger', needs: 'Job.Write', run: () => void this.doAway() })}`}</header>
      ${isGone ? emptiness(t.gone, html`<p>${t.goneHint}</p><p>${action({ label: t.makeIt, icon: 'plus', needs: 'Job.Write', run: () => go(`/calendars/${this.name}/edit`) })}</p>`) : html`
        ${block(this.calendar, { lines: 6, ok: (is) => this.rules(is) })}
        <section class="card calendar-part" aria-labelledby="calendar-year"><header class="year-head"><h2 id="calendar-year">${t.year} ${this.shownYear()}</h2>${this.turn()}</header>
          ${block(this.year, { lines: 16, ok: (year) => html`<m-calendar-year .year=${year}></m-calendar-year>` })}</section>
        <section class="calendar-part" aria-labelledby="calendar-jobs"><h2 id="calendar-jobs">${t.jobs}</h2><m-calendar-users name=${this.name}></m-calendar-users></section>`}`;
  }

  private shownYear(): number {
    const named = Number(here.value.query.get('year'));
    return named >= FIRST && named <= LAST ? named : new Date().getFullYear();
  }

  private turn(): TemplateResult {
    const year = this.shownYear();
    return html`<span class="year-turn">
      ${action({ label: t.yearBefore, icon: 'left', signOnly: true, disabled: year === FIRST, run: () => change({ year: year - 1 }) })}
      ${action({ label: t.yearAfter, icon: 'right', signOnly: true, disabled: year === LAST, run: () => change({ year: year + 1 }) })}</span>`;
  }

  private rules(is: Calendar): TemplateResult {
    return html`${is.description === null ? nothing : html`<p class="prose">${is.description}</p>`}
      <div class="cards"><section class="card"><h2>${t.openWhen}</h2>${this.list(is.include, t.always)}</section>
      <section class="card"><h2>${t.closedWhen}</h2>${this.list(is.exclude, t.never)}</section>
      <section class="card"><h2>${t.about}</h2><dl class="facts"><dt>${t.zone}</dt><dd>${is.timeZone ?? t.zoneOfJob}</dd>
        ${is.icalUrl === null && is.ical === null ? nothing : html`<dt>${t.file}</dt><dd>${this.file(is)}</dd>`}
        <dt>${t.version}</dt><dd>${is.version}</dd><dt>${t.changed}</dt><dd><m-time .at=${is.updatedAt} relative></m-time></dd></dl></section></div>`;
  }

  private list(all: readonly Rule[], otherwise: string): TemplateResult {
    return all.length === 0 ? html`<p class="none">${otherwise}</p>` : html`<ul class="rules">${all.map((rule) => html`<li>${ruleText(rule)}${rule.kind !== 'holidays' ? nothing
      : html`<m-holidays country=${rule.country} region=${rule.region ?? ''} year=${this.shownYear()}></m-holidays>`}</li>`)}</ul>`;
  }

  private file({ icalUrl, ical }: Calendar): TemplateResult {
    return html`${icalUrl === null ? nothing : html`${t.fileFrom} <code>${icalUrl}</code><br>`}
      ${ical?.readAt ? html`${t.fileRead} <m-time .at=${ical.readAt} relative></m-time>` : t.fileNever}
      ${ical?.failedSince ? html`<br><span class="wrong">${icon('failures')} ${t.fileFailing} <m-time .at=${ical.failedSince} relative></m-time>: ${ical.failure}</span>` : nothing}`;
  }

  private async doAway(): Promise<void> {
    try {
      if (await deleteCalendar(this.name)) {
        go('/calendars');
      }
    } catch (reason) {
      failed(reason);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-calendar': CalendarPage }
}
