// What the builder can say, and the cron expressions that say the same.

export const KINDS = ['seconds', 'minutes', 'hours', 'daily', 'weekly', 'monthly', 'yearly', 'own'] as const;
export type Kind = (typeof KINDS)[number];

export interface Rhythm {
  kind: Kind;
  /** Of seconds, minutes or hours; a divisor, since a step begins anew with the unit above. */
  every: number;
  /** Of the hour. */
  minute: number;
  /** `09:30`. */
  time: string;
  /** 0 is Sunday. */
  days: readonly number[];
  /** `1` to `31`, `L` for the last, `LW` for the last from Monday to Friday. */
  day: string;
  /** From 1. */
  month: number;
}

export const USUAL: Rhythm = { kind: 'daily', every: 5, minute: 0, time: '09:00', days: [1], day: '1', month: 1 };

export const DIVISORS = {
  seconds: [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30],
  minutes: [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30],
  hours: [1, 2, 3, 4, 6, 8, 12],
} as const;

const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MACROS: Record<string, string> = {
  '@YEARLY': '0 0 1 1 *', '@ANNUALLY': '0 0 1 1 *', '@MONTHLY': '0 0 1 * *', '@WEEKLY': '0 0 * * 0', '@DAILY': '0 0 * * *',
  '@MIDNIGHT': '0 0 * * *', '@HOURLY': '0 * * * *', '@EVERY_MINUTE': '* * * * *', '@EVERY_SECOND': '* * * * * *',
};

/** Null for what only its own expression says. */
export const cronOf = (rhythm: Rhythm): string | null => {
  const { every, days, day, month } = rhythm;
  const [hour = 0, minute = 0] = rhythm.time.split(':').map(Number);
  const step = every === 1 ? '*' : `*/${every}`;
  switch (rhythm.kind) {
    case 'seconds': return `${step} * * * * *`;
    case 'minutes': return `${step} * * * *`;
    case 'hours': return `${rhythm.minute} ${step} * * *`;
    case 'daily': return `${minute} ${hour} * * *`;
    case 'weekly': return `${minute} ${hour} * * ${week(days)}`;
    case 'monthly': return `${minute} ${hour} ${day} * *`;
    case 'yearly': return `${minute} ${hour} ${day} ${month} *`;
    case 'own': return null;
  }
};

const week = (days: readonly number[]): string => {
  const sorted = [...days].sort((a, b) => (a + 6) % 7 - (b + 6) % 7);
  return sorted.join() === '1,2,3,4,5' ? 'MON-FRI' : sorted.map((day) => NAMES[day]).join(',');
};

/** What the builder shows of an expression; null if it cannot say it. */
export const rhythmOf = (expression: string): Rhythm | null => {
  const written = expression.trim().toUpperCase();
  const fields = (MACROS[written] ?? written).split(/\s+/);
  if (fields.length === 5) {
    fields.unshift('0');
  }
  if (fields.length !== 6) {
    return null;
  }
  const [second, minute, hour, day, month, weekday] = fields.map((field, at) =>
    (at === 3 || at === 5) && field === '?' ? '*' : field) as [string, string, string, string, string, string];
  const everyDay = day === '*' && month === '*' && weekday === '*';
  const said = everyDay ? often(second, minute, hour) : null;
  return said ?? (second === '0' || second === '00' ? atTime(minute, hour, day, month, weekday) : null);
};

const often = (second: string, minute: string, hour: string): Rhythm | null => {
  const zero = /^0+$/.test(second);
  if (hour === '*' && minute === '*' && stepOf(second, DIVISORS.seconds) !== null) {
    return { ...USUAL, kind: 'seconds', every: stepOf(second, DIVISORS.seconds)! };
  }
  if (zero && hour === '*' && stepOf(minute, DIVISORS.minutes) !== null) {
    return { ...USUAL, kind: 'minutes', every: stepOf(minute, DIVISORS.minutes)! };
  }
  if (zero && numberIn(minute, 0, 59) !== null && stepOf(hour, DIVISORS.hours) !== null) {
    return { ...USUAL, kind: 'hours', every: stepOf(hour, DIVISORS.hours)!, minute: Number(minute) };
  }
  return null;
};

const atTime = (minute: string, hour: string, day: string, month: string, weekday: string): Rhythm | null => {
  if (numberIn(minute, 0, 59) === null || numberIn(hour, 0, 23) === null) {
    return null;
  }
  const time = `${hour.padStart(2, '0').slice(-2)}:${minute.padStart(2, '0').slice(-2)}`;
  const days = weekday === '*' ? null : weekdays(weekday);
  const named = numberIn(day, 1, 31) !== null ? String(Number(day)) : day === 'L' || day === 'LW' ? day : null;
  const inMonth = MONTHS.indexOf(month) + 1 || numberIn(month, 1, 12);
  if (day === '*' && month === '*') {
    return weekday === '*' ? { ...USUAL, kind: 'daily', time } : days && { ...USUAL, kind: 'weekly', time, days };
  }
  if (weekday !== '*' || named === null) {
    return null;
  }
  return month === '*' ? { ...USUAL, kind: 'monthly', time, day: named }
    : inMonth && { ...USUAL, kind: 'yearly', time, day: named, month: inMonth } || null;
};

const numberIn = (field: string, min: number, max: number): number | null =>
  /^\d+$/.test(field) && Number(field) >= min && Number(field) <= max ? Number(field) : null;

const stepOf = (field: string, divisors: readonly number[]): number | null => {
  const step = field === '*' ? 1 : Number(/^(?:\*|0)\/(\d+)$/.exec(field)?.[1] ?? Number.NaN);
  return divisors.includes(step) ? step : null;
};

const weekdays = (field: string): number[] | null => {
  const days = new Set<number>();
  for (const item of field.split(',')) {
    const [from, to = from, more] = item.split('-').map((name) => (NAMES.includes(name) ? NAMES.indexOf(name) : numberIn(name, 0, 7)));
    if (from === null || from === undefined || to === null || to === undefined || more !== undefined) {
      return null;
    }
    for (let day = from % 7, left = 7; left > 0; day = (day + 1) % 7, left--) {
      days.add(day);
      if (day === to % 7) {
        break;
      }
    }
  }
  return [...days].sort();
};
