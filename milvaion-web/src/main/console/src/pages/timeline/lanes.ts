import type { Run } from '../../parts/runs/newer.ts';
import type { Range } from './range.ts';

export type By = 'job' | 'worker' | 'group';

/** A run in its lane. */
export interface Bar { run: Run; planned: number; begin: number; end: number; row: number }

export interface Lane { key: string; name: string; bars: Bar[]; rows: number }

const MOST_ROWS = 6; // in a lane; what does not fit lies upon the last one

const laneOf: Record<By, (run: Run) => [string, string]> = {
  job: (run) => [run.jobId, run.jobName],
  worker: (run) => [run.workerInstance ?? '', run.workerInstance ?? ''],
  group: (run) => [run.workerGroup ?? '', run.workerGroup ?? ''],
};

const barOf = (run: Run, now: number): Bar => {
  const planned = Date.parse(run.plannedAt);
  const ended = run.endedAt === null ? null : Date.parse(run.endedAt);
  const begin = run.startedAt === null ? ended ?? Math.max(now, planned) : Date.parse(run.startedAt);
  const end = ended ?? (run.startedAt === null ? begin : now);
  return { run, planned: Math.min(planned, begin), begin, end: Math.max(begin, end), row: 0 };
};

/** Rows so that no two bars lie upon each other, each at least `least` ms long. */
const stacked = (bars: Bar[], least: number): number => {
  const ends: number[] = [];
  for (const bar of bars) {
    const free = ends.findIndex((end) => end <= bar.planned);
    bar.row = free >= 0 ? free : Math.min(ends.length, MOST_ROWS - 1);
    ends[bar.row] = Math.max(ends[bar.row] ?? 0, bar.end, bar.planned + least);
  }
  return Math.max(1, ends.length);
};

/** Lanes by name, with the bars that are in a range. */
export const lanesOf = (runs: Iterable<Run>, by: By, range: Range, least: number, now: number, compare: (a: string, b: string) => number): Lane[] => {
  const lanes = new Map<string, Lane>();
  for (const run of runs) {
    const bar = barOf(run, now);
    if (bar.end >= range.from && bar.planned <= range.to) {
      const [key, name] = laneOf[by](run);
      const lane = lanes.get(key) ?? { key, name, bars: [], rows: 1 };
      lanes.set(key, lane);
      lane.bars.push(bar);
    }
  }
  for (const lane of lanes.values()) {
    lane.bars.sort((a, b) => a.planned - b.planned || (a.run.id < b.run.id ? -1 : 1));
    lane.rows = stacked(lane.bars, least);
  }
  return [...lanes.values()].sort((a, b) => compare(a.name, b.name) || compare(a.key, b.key));
};

/** How many bars of a lane are in each of so many equal parts of a range, and how many of them have not ended well. */
export const density = (bars: readonly Bar[], { from, to }: Range, parts: number): { count: number; bad: number }[] => {
  const all = Array.from({ length: parts }, () => ({ count: 0, bad: 0 }));
  for (const { planned, run } of bars) {
    const part = all[Math.floor((planned - from) / (to - from) * parts)];
    if (part !== undefined) {
      part.count++;
      part.bad += run.state === 'failed' || run.state === 'timedOut' || run.state === 'unknown' ? 1 : 0;
    }
  }
  return all;
};
