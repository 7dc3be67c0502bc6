// Spans of time as ISO 8601 writes them, and as people choose them.

export const UNITS = ['seconds', 'minutes', 'hours', 'days', 'weeks'] as const;
export type Unit = (typeof UNITS)[number];

const SECONDS: Record<Unit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 };
const WRITTEN: Record<Unit, (n: number) => string> = {
  seconds: (n) => `PT${n}S`, minutes: (n) => `PT${n}M`, hours: (n) => `PT${n}H`, days: (n) => `P${n}D`, weeks: (n) => `P${n}W`,
};
const SPAN = /^P(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,]\d{1,9})?S)?)?)$/;

/** In ms, without parts of a second; null for what is none. */
export const lengthOf = (iso: string): number | null => {
  const [, weeks, days, hours, minutes, seconds] = SPAN.exec(iso.trim().toUpperCase()) ?? [];
  const length = [[weeks, 604_800], [days, 86_400], [hours, 3600], [minutes, 60], [seconds, 1]] as const;
  const sum = length.reduce((total, [n, size]) => total + Number(n ?? 0) * size, 0);
  return sum === 0 ? null : sum * 1000;
};

export interface Interval { n: number; unit: Unit }

export const isoOf = ({ n, unit }: Interval): string => WRITTEN[unit](n);

/** The largest unit that it is so many of: days only where days are written, since a day may be longer than 24 hours. */
export const intervalOf = (iso: string): Interval | null => {
  const length = lengthOf(iso);
  if (length === null || /[.,]/.test(iso)) {
    return null;
  }
  const written = iso.toUpperCase();
  const units = UNITS.filter((unit) => !(unit === 'weeks' && !written.includes('W')) && !(unit === 'days' && !written.includes('D')));
  const unit = [...units].reverse().find((one) => length / 1000 % SECONDS[one] === 0)!;
  return { n: length / 1000 / SECONDS[unit], unit };
};
