import { locale, words } from './language.ts';
import { zone } from './preferences.ts';

// How instants and spans of time are written everywhere.

export const myZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone that an instant of a job is shown in. */
export const zoneOf = (jobZone?: string | null): string =>
  zone.value === 'utc' ? 'UTC' : zone.value === 'job' && jobZone ? jobZone : myZone;

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
    formats.set(key, known);
  }
  return known;
};

const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

const partsOf = (at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(format(timeZone, options).formatToParts(at).map(({ type, value }) => [type, value]));

/** `2026-03-02` in that zone. */
export const day = (at: string | number | Date, jobZone?: string | null): string => {
  const parts = partsOf(new Date(at), zoneOf(jobZone), DATE);
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
};

/** `14:05:09` in that zone. */
export const time = (at: string | number | Date, jobZone?: string | null): string => {
  const parts = partsOf(new Date(at), zoneOf(jobZone), TIME);
  return `${parts['hour']}:${parts['minute']}:${parts['second']}`;
};

/** `GMT+3`, `UTC`. */
export const offset = (at: string | number | Date, jobZone?: string | null): string => zoneOf(jobZone) === 'UTC' ? 'UTC'
  : partsOf(new Date(at), zoneOf(jobZone), { timeZoneName: 'shortOffset' })['timeZoneName'] ?? '';

/** Of the viewer's clock, now. */
export const myOffset = (): string => partsOf(new Date(), myZone, { timeZoneName: 'shortOffset' })['timeZoneName'] ?? myZone;

/** All of it: date, time with milliseconds, zone. For tooltips. */
export const exact = (at: string | number | Date, jobZone?: string | null): string => {
  const instant = new Date(at);
  const ms = String(instant.getUTCMilliseconds()).padStart(3, '0');
  return `${day(instant, jobZone)} ${time(instant, jobZone)}.${ms} ${zoneOf(jobZone)} (${offset(instant, jobZone)})`;
};

/** Today without the date: `14:05:09`, else `2026-03-02 14:05:09`. */
export const short = (at: string | number | Date, jobZone?: string | null): string =>
  day(at, jobZone) === day(Date.now(), jobZone) ? time(at, jobZone) : `${day(at, jobZone)} ${time(at, jobZone)}`;

const t = words({ d: 'd', h: 'h', m: 'm', s: 's', ms: 'ms' }, { d: 'g', h: 'sa', m: 'dk', s: 'sn', ms: 'ms' });

const two = (n: number): string => String(n).padStart(2, '0');

/** `14 ms`, `2.5 s`, `2 m 03 s`, `4 h 05 m`, `3 d 02 h`. */
export const span = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  if (ms < 1000) {
    return `${Math.round(ms)} ${t.ms}`;
  }
  if (ms < 60_000 && seconds < 60) {
    return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} ${t.s}`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} ${t.m} ${two(seconds % 60)} ${t.s}`;
  }
  if (seconds < 86_400) {
    return `${Math.floor(seconds / 3600)} ${t.h} ${two(Math.floor(seconds / 60) % 60)} ${t.m}`;
  }
  return `${Math.floor(seconds / 86_400)} ${t.d} ${two(Math.floor(seconds / 3600) % 24)} ${t.h}`;
};

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** `in 2 min`, `3 days ago`. */
export const ago = (at: string | number | Date, now = Date.now()): string => {
  const seconds = Math.round((new Date(at).getTime() - now) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return relative.format(Math.trunc(seconds / size), unit);
};
