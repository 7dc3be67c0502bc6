import { html, nothing, type TemplateResult } from 'lit';
import { select, week } from './builder.ts';
import type { Filling } from './field.ts';
import { linesOf, PACES, recurrenceOf, usual, type Pace, type Recurrence } from './recurrence.ts';
import { s, weekday } from './words-schedule.ts';

const r = s.recurrence;
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

/** Chooses what can be said without knowing RFC 5545. The lines are the truth: the builder shows what they say. */
export const recurrenceBuilder = (filling: Filling): TemplateResult => {
  const now = recurrenceOf(filling.form.rrule);
  const say = (changes: Partial<Recurrence>): void => filling.set('rrule', linesOf({ ...now ?? usual(), ...changes }));
  const turn = (pace: string): void => (pace === 'own' ? document.getElementById('f-rrule')?.focus() : say({ pace: pace as Pace }));
  return html`<div class="builder" role="group" aria-label=${r.rhythm}>
    ${select(r.rhythm, 'recurrence', now?.pace ?? 'own', [...PACES, 'own' as const].map((pace) => [pace, r.paces[pace]]), turn)}
    ${now === null ? nothing : details(now, say)}</div>`;
};

const details = (now: Recurrence, say: (changes: Partial<Recurrence>) => void): TemplateResult => html`
  <label><span>${s.every}</span><input type="number" id="recurrence-every" min="1" max="999" required .value=${String(now.every)}
    @change=${(event: Event) => (event.target as HTMLInputElement).checkValidity() && say({ every: Number((event.target as HTMLInputElement).value) })}>
    <span>${r.units[now.pace]}</span></label>
  ${days(now, say)}
  <label><span>${s.at}</span><input type="time" id="recurrence-time" required .value=${now.time}
    @change=${(event: Event) => (event.target as HTMLInputElement).value !== '' && say({ time: (event.target as HTMLInputElement).value.slice(0, 5) })}></label>
  <label><span>${r.from}</span><input type="date" id="recurrence-start" required min="1970-01-01" max="2999-12-31" .value=${now.start}
    @change=${(event: Event) => (event.target as HTMLInputElement).checkValidity() && say({ start: (event.target as HTMLInputElement).value })}></label>`;

const days = (now: Recurrence, say: (changes: Partial<Recurrence>) => void): unknown => {
  switch (now.pace) {
    case 'weekly': return week(now.days, say);
    case 'monthly': return select(s.onDay, 'recurrence-day', now.day,
      [...Array.from({ length: 31 }, (_, at) => [String(at + 1), String(at + 1)] as const), ['-1', r.last]], (day) => say({ day }));
    case 'monthlyBy': return html`<span aria-hidden="true">${r.on}</span>
      ${select(r.which, 'recurrence-which', now.which, [...r.nth.slice(1).map((name, at) => [String(at + 1), name] as const), ['-1', r.last]], (which) => say({ which }))}
      ${select(r.weekday, 'recurrence-weekday', String(now.weekday), MONDAY_FIRST.map((day) => [String(day), weekday(day, 'long')] as const), (day) => say({ weekday: Number(day) }))}`;
    default: return nothing;
  }
};
