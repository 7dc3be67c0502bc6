import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ago, exact } from '../../ground/clock.ts';
import { ahead } from './ahead.ts';
import { builder } from './builder.ts';
import { around, choice, described, field, idOf, type Filling } from './field.ts';
import type { Later } from './later.ts';
import type { Plan, Timing } from './preview.ts';
import { hints } from './words-fields.ts';
import { s } from './words-schedule.ts';
import { t } from './words.ts';
import { instantOf, isKnown, localOf, offsetAt } from './zone.ts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export const when = (filling: Filling, plan: Later<Timing, Plan>): TemplateResult => {
  const { schedule } = filling.form;
  return html`<section class="card" aria-labelledby="form-when"><h2 id="form-when">${t.sections.when}</h2>
    ${choice(filling, 'schedule')}
    ${schedule === 'cron' ? html`${builder(filling)}${expression(filling)}` : nothing}
    ${schedule === 'once' ? once(filling) : nothing}
    ${schedule === 'none' ? nothing : zone(filling)}
    ${schedule === 'cron' && plan.answer !== undefined && plan.error === undefined ? ahead(plan.answer, plan.waiting) : nothing}</section>`;
};

const expression = (filling: Filling): TemplateResult => around(filling, 'cronExpression', s.expressionHint, html`
  <input id=${idOf('cronExpression')} class="mono" autocomplete="off" spellcheck="false" aria-required="true" maxlength="1000"
    aria-describedby=${described(filling, 'cronExpression', s.expressionHint)} aria-invalid=${filling.wrong('cronExpression') === undefined ? nothing : 'true'}
    .value=${live(filling.form.cronExpression)} @blur=${() => filling.left('cronExpression')}
    @input=${(event: Event) => filling.set('cronExpression', (event.target as HTMLInputElement).value)}>`);

const once = (filling: Filling): TemplateResult => {
  const { executeAt, timeZone } = filling.form;
  const at = executeAt === '' || !isKnown(timeZone) ? null : instantOf(executeAt, timeZone);
  return field(filling, 'executeAt', { type: 'datetime-local', step: 1, required: true, hint: at === null ? '' : hints.executeAt(exact(at, timeZone), ago(at)) });
};

const zone = (filling: Filling): TemplateResult => {
  const named = filling.form.timeZone.trim() || 'UTC';
  const hint = isKnown(named) ? hints.timeZone(localOf(Date.now(), named).slice(11, 16), offsetAt(Date.now(), named)) : hints.zoneUnknown;
  return html`${field(filling, 'timeZone', { list: 'zones', hint })}
    <datalist id="zones">${ZONES.map((one) => html`<option value=${one}></option>`)}</datalist>`;
};
