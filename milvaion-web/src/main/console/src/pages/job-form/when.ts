import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ahead } from './ahead.ts';
import { bounds, moment } from './bounds.ts';
import { builder } from './builder.ts';
import { around, choice, described, field, idOf, type Filling } from './field.ts';
import type { Dialect } from './form.ts';
import type { Later } from '../../parts/later.ts';
import type { Preview, Timing } from './preview.ts';
import { recurrenceBuilder } from './recurrence-builder.ts';
import { delay, every } from './spans.ts';
import { hints } from './words-fields.ts';
import { s } from './words-schedule.ts';
import { t } from './words.ts';
import { isKnown, localOf, offsetAt } from './zone.ts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** @param calendars names of those that there are */
export const when = (filling: Filling, plan: Later<Timing, Preview>, calendars: readonly string[] | undefined): TemplateResult => {
  const { schedule } = filling.form;
  return html`<section class="card" aria-labelledby="form-when"><h2 id="form-when">${t.sections.when}</h2>
    ${choice(filling, 'schedule')}
    ${said(filling)}
    ${schedule === 'none' ? nothing : html`${zone(filling)}${bounds(filling, calendars)}`}
    ${plan.answer !== undefined && plan.error === undefined ? ahead(plan.answer, plan.waiting) : nothing}</section>`;
};

const said = (filling: Filling): unknown => {
  switch (filling.form.schedule) {
    case 'cron': return html`${filling.form.cronDialect === 'milvaion' ? builder(filling) : nothing}<div class="expression">${expression(filling)}${dialect(filling)}</div>`;
    case 'every': return every(filling);
    case 'delay': return delay(filling);
    case 'rrule': return html`${recurrenceBuilder(filling)}${field(filling, 'rrule', { long: true, mono: true, required: true, length: 20_000, hint: hints.rrule })}`;
    case 'once': return moment(filling, 'executeAt', '', true);
    case 'none': return nothing;
  }
};

const expression = (filling: Filling): TemplateResult => {
  const hint = s.expressionHints[filling.form.cronDialect];
  return around(filling, 'cronExpression', hint, html`
    <input id=${idOf('cronExpression')} class="mono" autocomplete="off" spellcheck="false" aria-required="true" maxlength="1000"
      aria-describedby=${described(filling, 'cronExpression', hint)} aria-invalid=${filling.wrong('cronExpression') === undefined ? nothing : 'true'}
      .value=${live(filling.form.cronExpression)} @blur=${() => filling.left('cronExpression')}
      @input=${(event: Event) => filling.set('cronExpression', (event.target as HTMLInputElement).value)}>`);
};

const dialect = (filling: Filling): TemplateResult => around(filling, 'cronDialect', '', html`
  <select id=${idOf('cronDialect')} .value=${filling.form.cronDialect} @change=${(event: Event) => filling.set('cronDialect', (event.target as HTMLSelectElement).value as Dialect)}>
    ${Object.entries(s.dialects).map(([value, name]) => html`<option value=${value} .selected=${value === filling.form.cronDialect}>${name}</option>`)}</select>`);

const zone = (filling: Filling): TemplateResult => {
  const named = filling.form.timeZone.trim() || 'UTC';
  const hint = isKnown(named) ? hints.timeZone(localOf(Date.now(), named).slice(11, 16), offsetAt(Date.now(), named)) : hints.zoneUnknown;
  return html`${field(filling, 'timeZone', { list: 'zones', hint })}
    <datalist id="zones">${ZONES.map((one) => html`<option value=${one}></option>`)}</datalist>`;
};
