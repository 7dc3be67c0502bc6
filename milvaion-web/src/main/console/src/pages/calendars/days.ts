import { locale } from '../../ground/language.ts';
import type { Schemas } from '../../ground/types.ts';

// Days of a year as they stand in a calendar: dates are texts, so no zone of a browser moves them.

export type Day = Schemas['CalendarDay'];

const DAY_MS = 86_400_000;

export const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** So many days later. */
export const later = (date: string, days: number): string => new Date(at(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The same day of another month, or its last. */
export const monthLater = (date: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10);
};

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
const LONG = format({ weekday: 'long', day: 'numeric', month: 'long' });
const MONTH = format({ month: 'long' });
const SHORT = format({ weekday: 'short' });

/** `Friday 25 December`. */
export const longOf = (date: string): string => LONG.format(at(date));

export const monthOf = (date: string): string => MONTH.format(at(date));

export const weekdayOf = (date: string): string => SHORT.format(at(date));

/** From 0 = Monday. */
const column = (date: string): number => (new Date(at(date)).getUTCDay() + 6) % 7;

/** The weeks of a month, Monday first; null where other months are. */
export const weeksOf = (days: readonly Day[]): (Day | null)[][] => {
  const cells = [...Array.from({ length: column(days[0]!.date) }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, n) => cells[week * 7 + n] ?? null));
};

export const monthsOf = (days: readonly Day[]): Day[][] =>
  Array.from({ length: 12 }, (_, n) => days.filter((day) => Number(day.date.slice(5, 7)) === n + 1));

/** Days in a row that are closed for the same named reasons. */
export interface Closure { from: string; to: string; reasons: readonly string[]; open: readonly string[] }

export const closuresOf = (days: readonly Day[]): Closure[] => {
  const found: Closure[] = [];
  for (const day of days.filter(({ reasons }) => reasons.length > 0)) {
    const last = found.at(-1);
    if (last !== undefined && later(last.to, 1) === day.date && String(last.reasons) === String(day.reasons) && String(last.open) === String(day.open)) {
      last.to = day.date;
    } else {
      found.push({ from: day.date, to: day.date, reasons: day.reasons, open: day.open });
    }
  }
  return found;
};
