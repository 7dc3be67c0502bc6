import { day, time } from '../../ground/clock.ts';

// Axes: where values and instants stand, and at which of them a line is drawn.

export interface Axis { at: (value: number) => number; ticks: number[] }

const ROUND = [1, 2, 5, 10];

/** A round step of which a few reach a value. */
export const roundStep = (most: number, wanted = 4): number => {
  const rough = most / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ROUND.find((factor) => factor * power >= rough)!;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SPANS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500], ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND), ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
];

/** Likewise for ms, in the units that they are read in. */
export const roundSpan = (most: number, wanted = 4): number =>
  SPANS.find((length) => length >= most / wanted) ?? roundStep(most / DAY, wanted) * DAY;

/** From 0 at the bottom to beyond the highest value. */
export const valueAxis = (most: number, height: number, step = Math.max(1, roundStep(Math.max(most, 1)))): Axis => {
  const whole = Math.max(1, Math.ceil(most / step));
  return {
    at: (value) => height - value / (whole * step) * height,
    ticks: Array.from({ length: whole + 1 }, (_, n) => n * step),
  };
};

const STEPS = [1, 5, 15, 30, 60, 180, 360, 720, 1440, 2880, 10_080, 20_160, 43_200, 86_400].map((minutes) => minutes * MINUTE);

/** How far the chosen zone is before UTC then. */
const offsetAt = (at: number, jobZone?: string | null): number =>
  Date.parse(`${day(at, jobZone)}T${time(at, jobZone)}Z`) - Math.floor(at / 1000) * 1000;

/** From left to right, with lines at round times of the chosen zone. */
export const timeAxis = (from: number, to: number, width: number, jobZone?: string | null): Axis & { step: number } => {
  const wanted = Math.max(2, Math.floor(width / 90));
  const step = STEPS.find((length) => (to - from) / length <= wanted) ?? STEPS.at(-1)!;
  const ticks: number[] = [];
  for (let local = Math.ceil((from + offsetAt(from, jobZone)) / step) * step; ; local += step) {
    const at = local - offsetAt(local - offsetAt(local, jobZone), jobZone);
    if (at > to) {
      return { at: (value) => (value - from) / (to - from) * width, ticks, step };
    }
    if (at >= from) {
      ticks.push(at);
    }
  }
};

/** `14:05`, at midnight and by days `03-02`. */
export const tickLabel = (at: number, step: number, jobZone?: string | null): string => {
  const clock = time(at, jobZone).slice(0, 5);
  return step >= DAY || clock === '00:00' ? day(at, jobZone).slice(5) : clock;
};
