import { html, nothing, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import { select } from './builder.ts';
import { choice, field, type Filling } from './field.ts';
import { intervalOf, isoOf, lengthOf, UNITS, type Interval, type Unit } from './interval.ts';
import { hints, labels } from './words-fields.ts';
import { s } from './words-schedule.ts';

/** An amount and a unit, and the ISO text that says the same. */
const length = (filling: Filling, name: 'every' | 'delay', hint: string): TemplateResult => {
  const now: Interval = intervalOf(filling.form[name]) ?? { n: 15, unit: 'minutes' };
  const ms = lengthOf(filling.form[name]);
  const say = (changes: Partial<Interval>): void => filling.set(name, isoOf({ ...now, ...changes }));
  return html`<div class="builder" role="group" aria-label=${labels[name]}>
      ${name === 'every' ? html`<span aria-hidden="true">${s.every}</span>` : nothing}
      <input type="number" id="interval-amount" aria-label=${s.interval.amount} min="1" max="999999" required .value=${String(now.n)}
        @change=${(event: Event) => (event.target as HTMLInputElement).checkValidity() && say({ n: Number((event.target as HTMLInputElement).value) })}>
      ${select(s.interval.unit, 'interval-unit', now.unit, UNITS.map((unit) => [unit, s.interval.units[unit]]), (unit) => say({ unit: unit as Unit }))}</div>
    ${field(filling, name, { mono: true, required: true, hint: ms === null ? hint : `${hint} ${hints.equals(span(ms))}` })}`;
};

/** Which clock counts makes a difference for whole days. */
export const every = (filling: Filling): TemplateResult => html`${length(filling, 'every', hints.interval)}
  ${/[DW]/i.test(filling.form.every) || filling.form.everyClock === 'local' ? choice(filling, 'everyClock') : nothing}`;

export const delay = (filling: Filling): TemplateResult => length(filling, 'delay', hints.delayHint);
