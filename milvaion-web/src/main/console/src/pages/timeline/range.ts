/** A part of time, in ms of the epoch. */
export interface Range { from: number; to: number }

const SHORTEST_MS = 1000;
const LONGEST_MS = 31 * 86_400_000;

const bounded = (ms: number): number => Math.min(Math.max(ms, SHORTEST_MS), LONGEST_MS);

/** Nearer for factors below 1; what is at `at` stays where it is. */
export const zoomed = ({ from, to }: Range, factor: number, at = (from + to) / 2): Range => {
  const length = bounded((to - from) * factor);
  const part = (at - from) / (to - from);
  return { from: Math.round(at - length * part), to: Math.round(at + length * (1 - part)) };
};

/** Earlier or later by a part of its length. */
export const moved = ({ from, to }: Range, part: number): Range => {
  const by = Math.round((to - from) * part);
  return { from: from + by, to: to + by };
};

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800].map((s) => s * 1000);

/** Round instants to write on an axis, so many at most; whole steps in the zone that is `offset` ms before UTC. */
export const ticks = ({ from, to }: Range, most: number, offset = 0): number[] => {
  const step = STEPS.find((one) => (to - from) / one <= most) ?? STEPS.at(-1)!;
  const first = Math.ceil((from + offset) / step) * step - offset;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
};
