import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { makeCalendar } from './deeds.ts';
import { ruleText } from './rule-text.ts';
import type { Rule } from './rules.ts';
import { t } from './words.ts';

type Calendar = Schemas['Calendar'];

const CURL = `curl -X PUT …/api/v1/calendars/working-days -H 'Authorization: Bearer …' -H 'Content-Type: application/json' \\
  -d '{"exclude": [{"kind": "weekdays", "days": ["saturday", "sunday"]}, {"kind": "holidays", "country": "DE", "region": "be"}]}'`;

/** All calendars, with what they say. */
@customElement('m-calendars')
export class Calendars extends Part {
  private readonly calendars = new Resource<Calendar[]>(this, async (signal) => (await api.get('/calendars', { query: { limit: 200 }, signal })).items);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.calendars.load();
  }

  override render() {
    const make = action({ label: t.make, icon: 'plus', kind: 'primary', needs: 'Job.Write', run: () => void makeCalendar() });
    return html`<header class="page-head"><h1>${t.title}</h1>${make}</header>
      <p class="prose">${t.hint}</p>
      ${block(this.calendars, {
        lines: 6, ok: table,
        empty: { when: (all) => all.length === 0, say: () => emptiness(t.empty, html`<p>${make}</p>`, CURL) },
      })}`;
  }
}

const table = (all: readonly Calendar[]): TemplateResult => html`<div class="table-wrap" tabindex="0" role="region" aria-label=${t.title}><table class="calendars">
  <thead><tr><th scope="col">${t.name}</th><th scope="col">${t.openWhen}</th><th scope="col">${t.closedWhen}</th><th scope="col">${t.zone}</th><th scope="col">${t.changed}</th></tr></thead>
  <tbody>${all.map((one) => html`<tr><td class="loose"><a href=${href(`/calendars/${one.name}`)}>${one.name}</a>${one.description === null ? nothing : html`<br><span class="meta">${one.description}</span>`}
      ${one.ical?.failedSince ? html`<br><span class="wrong">${icon('failures')} ${t.fileFailing} <m-time .at=${one.ical.failedSince}></m-time></span>` : nothing}</td>
    <td class="loose">${rules(one.include, t.always)}</td><td class="loose">${rules(one.exclude, t.never)}</td>
    <td>${one.timeZone ?? html`<span class="meta">${t.zoneOfJob}</span>`}</td><td><m-time .at=${one.updatedAt}></m-time></td></tr>`)}</tbody></table></div>`;

const rules = (all: readonly Rule[], otherwise: string): TemplateResult =>
  (all.length === 0 ? html`<span class="meta">${otherwise}</span>` : html`<ul class="rules">${all.map((rule) => html`<li>${ruleText(rule)}</li>`)}</ul>`);

declare global {
  interface HTMLElementTagNameMap { 'm-calendars': Calendars }
}
