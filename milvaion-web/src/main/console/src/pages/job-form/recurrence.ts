// What the builder of recurrences can say, and the lines of RFC 5545 that say the same.

export const PACES = ['daily', 'weekly', 'monthly', 'monthlyBy', 'yearly'] as const;
export type Pace = (typeof PACES)[number];

export interface Recurrence {
  pace: Pace;
  /** Every so many days, weeks, months or years. */
  every: number;
  /** Of weekly; 0 is Sunday. */
  days: readonly number[];
  /** Of monthly: `1` to `31`, `-1` for the last. */
  day: string;
  /** Of monthlyBy: `1` to `4`, `-1` for the last. */
  which: string;
  /** Of monthlyBy; 0 is Sunday. */
  weekday: number;
  /** `09:30`. */
  time: string;
  /** The first day: one that fits, since a start counts as a run. */
  start: string;
}

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const DAY_MS = 86_400_000;
const LONGEST_SEARCH = 1_500; // a 29 February among them
const FREQUENCIES: Record<Pace, string> = { daily: 'DAILY', weekly: 'WEEKLY', monthly: 'MONTHLY', monthlyBy: 'MONTHLY', yearly: 'YEARLY' };

export const usual = (): Recurrence =>
  ({ pace: 'weekly', every: 1, days: [1], day: '1', which: '1', weekday: 1, time: '09:00', start: new Date().toISOString().slice(0, 10) });

const lastOf = (at: Date): number => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();

const fits = (is: Recurrence, at: Date): boolean => {
  const date = at.getUTCDate();
  switch (is.pace) {
    case 'weekly': return is.days.includes(at.getUTCDay());
    case 'monthly': return is.day === '-1' ? date === lastOf(at) : date === Number(is.day);
    case 'monthlyBy': return at.getUTCDay() === is.weekday && (is.which === '-1' ? date + 7 > lastOf(at) : Math.ceil(date / 7) === Number(is.which));
    default: return true;
  }
};

/** The first day at or after a date that fits. */
const fitting = (is: Recurrence): string => {
  const from = Date.parse(is.start);
  const days = Array.from({ length: LONGEST_SEARCH }, (_, n) => new Date(from + n * DAY_MS));
  return (days.find((at) => fits(is, at)) ?? new Date(from)).toISOString().slice(0, 10);
};

const by = (is: Recurrence): string => {
  switch (is.pace) {
    case 'weekly': return `;BYDAY=${[...is.days].sort((a, b) => (a + 6) % 7 - (b + 6) % 7).map((day) => DAYS[day]).join(',')}`;
    case 'monthly': return `;BYMONTHDAY=${is.day}`;
    case 'monthlyBy': return `;BYDAY=${is.which}${DAYS[is.weekday]}`;
    default: return '';
  }
};

export const linesOf = (is: Recurrence): string =>
  `DTSTART:${fitting(is).replaceAll('-', '')}T${is.time.replace(':', '')}00\n`
  + `RRULE:FREQ=${FREQUENCIES[is.pace]}${is.every === 1 ? '' : `;INTERVAL=${is.every}`}${by(is)}`;

/** What a new recurrence begins with. */
export const begun = (): string => linesOf(usual());

const START = /^DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00$/;
const RULE = /^RRULE:FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d{1,3}))?(?:;BYDAY=([^;]+)|;BYMONTHDAY=(-1|[12]?\d|3[01]))?$/;

/** What the builder shows of lines; null if it cannot say them. */
export const recurrenceOf = (lines: string): Recurrence | null => {
  const [first = '', second = '', ...more] = lines.trim().toUpperCase().split(/\s*\n\s*/);
  const [, year, month, date, hour, minute] = START.exec(first) ?? [];
  const [, frequency, every = '1', days, day] = RULE.exec(second) ?? [];
  if (year === undefined || frequency === undefined || more.length > 0 || every === '0') {
    return null;
  }
  const is = { ...usual(), every: Number(every), time: `${hour}:${minute}`, start: `${year}-${month}-${date}` };
  const said = paced(is, frequency, days, day);
  return said !== null && linesOf(said) === lines.trim().toUpperCase().replace(/\s*\n\s*/, '\n').replace(';INTERVAL=1;', ';') ? said : null;
};

const paced = (is: Recurrence, frequency: string, days: string | undefined, day: string | undefined): Recurrence | null => {
  const nth = /^(-1|[1-4])([A-Z]{2})$/.exec(days ?? '');
  if (frequency === 'WEEKLY' && days !== undefined) {
    return { ...is, pace: 'weekly', days: days.split(',').map((name) => DAYS.indexOf(name)) };
  }
  if (frequency === 'MONTHLY' && day !== undefined) {
    return { ...is, pace: 'monthly', day };
  }
  if (frequency === 'MONTHLY' && nth !== null) {
    return { ...is, pace: 'monthlyBy', which: nth[1]!, weekday: DAYS.indexOf(nth[2]!) };
  }
  const isPlain = days === undefined && day === undefined;
  return isPlain && frequency === 'DAILY' ? { ...is, pace: 'daily' } : isPlain && frequency === 'YEARLY' ? { ...is, pace: 'yearly' } : null;
};
