import { html, nothing, type TemplateResult } from 'lit';
import type { Filling } from './field.ts';
import { cronOf, DIVISORS, KINDS, rhythmOf, USUAL, type Kind, type Rhythm } from './rhythm.ts';
import { month, s, weekday } from './words-schedule.ts';

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

/** Chooses what can be said without knowing cron. The expression is the truth: the builder shows what it says. */
export const builder = (filling: Filling): TemplateResult => {
  const now: Rhythm = rhythmOf(filling.form.cronExpression) ?? { ...USUAL, kind: 'own' };
  const say = (changes: Partial<Rhythm>): void => {
    const next = cronOf({ ...now, ...changes });
    if (next !== null) {
      filling.set('cronExpression', next);
    } else {
      document.getElementById('f-cronExpression')?.focus();
    }
  };
  const turn = (kind: Kind): void => say({ kind, ...kind in DIVISORS && !(DIVISORS[kind as 'hours'] as readonly number[]).includes(now.every) && { every: 1 } });
  return html`<div class="builder" role="group" aria-label=${s.rhythm}>
    ${select(s.rhythm, 'rhythm', now.kind, KINDS.map((kind) => [kind, s.kinds[kind]]), (kind) => turn(kind as Kind))}
    ${details(now, say)}</div>`;
};

const details = (now: Rhythm, say: (changes: Partial<Rhythm>) => void): unknown => {
  const time = html`<label><span>${s.at}</span><input type="time" id="rhythm-time" required .value=${now.time}
    @change=${(event: Event) => (event.target as HTMLInputElement).value !== '' && say({ time: (event.target as HTMLInputElement).value.slice(0, 5) })}></label>`;
  const day = select(s.onDay, 'rhythm-day', now.day, [...Array.from({ length: 31 }, (_, at) => [String(at + 1), String(at + 1)] as const),
    ['L', s.lastDay], ['LW', s.lastWeekday]], (chosen) => say({ day: chosen }));
  switch (now.kind) {
    case 'seconds': case 'minutes': case 'hours': return html`
      ${select(s.every, 'rhythm-every', String(now.every), DIVISORS[now.kind].map((n) => [String(n), String(n)]), (n) => say({ every: Number(n) }))}
      <span>${s.units[now.kind]}</span>
      ${now.kind === 'hours' ? html`<label><span>${s.atMinute}</span><input type="number" id="rhythm-minute" min="0" max="59" required .value=${String(now.minute)}
        @change=${(event: Event) => (event.target as HTMLInputElement).checkValidity() && say({ minute: Number((event.target as HTMLInputElement).value) })}></label>` : nothing}`;
    case 'daily': return time;
    case 'weekly': return html`${week(now.days, say)} ${time}`;
    case 'monthly': return html`${day} ${time}`;
    case 'yearly': return html`${day}
      ${select(s.inMonth, 'rhythm-month', String(now.month), Array.from({ length: 12 }, (_, at) => [String(at + 1), month(at + 1)]), (n) => say({ month: Number(n) }))} ${time}`;
    case 'own': return nothing;
  }
};

export const week = (days: readonly number[], say: (changes: Partial<Rhythm>) => void): TemplateResult =>
  html`<fieldset class="week"><legend class="unseen">${s.days}</legend>${MONDAY_FIRST.map((day) => html`
    <label class="day"><input type="checkbox" .checked=${days.includes(day)} @change=${(event: Event) => {
      const chosen = days.includes(day) ? days.filter((one) => one !== day) : [...days, day];
      if (chosen.length > 0) {
        say({ days: chosen });
      } else {
        (event.target as HTMLInputElement).checked = true; // one day has to be left
      }
    }}><span aria-hidden="true">${weekday(day, 'short')}</span><span class="unseen">${weekday(day, 'long')}</span></label>`)}</fieldset>`;

export const select = (label: string, id: string, now: string, all: readonly (readonly [string, string])[], chosen: (value: string) => void): TemplateResult =>
  html`<label><span>${label}</span><select id=${id} .value=${now} @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}>
    ${all.map(([value, name]) => html`<option value=${value} .selected=${value === now}>${name}</option>`)}</select></label>`;
