import type { Run } from '../../parts/runs/newer.ts';

export type Moment = 'planned' | 'due' | 'published' | 'running' | 'ended';

/** Why time passed between two moments. */
export type Gap = 'attempts' | 'late' | 'held' | 'sent' | 'worker' | 'ran';

export interface Step {
  moment: Moment;
  /** Null: it has not come yet. */
  at: string | null;
  /** What lies before it; null before the first. */
  gap: { why: Gap; ms: number; goesOn: boolean } | null;
}

const ms = (from: string | null, to: string | null): number => Math.max(0, Date.parse(to ?? '') - Date.parse(from ?? ''));

/** The way of a run through the scheduler: by its present or last attempt. */
export const steps = (run: Run, now = Date.now()): Step[] => {
  const again = run.attempt > 1;
  const due = again ? run.availableAt ?? run.publishedAt : run.createdAt > run.plannedAt ? run.createdAt : run.plannedAt;
  const moments: [Moment, string | null, Gap][] = [
    ['planned', run.plannedAt, 'late'], ['due', due, again ? 'attempts' : 'late'], ['published', run.publishedAt, run.stage === 'held' ? 'held' : 'sent'],
    ['running', run.startedAt, 'worker'], ['ended', run.endedAt, 'ran'],
  ];
  const never = run.endedAt !== null; // what has not come until the end comes no more
  const known = moments.filter(([, at]) => at !== null || !never);
  let waits = false; // only the first that has not come is waited for
  return known.map(([moment, at, why], index) => {
    const before = index === 0 ? null : known[index - 1]![1];
    if (index === 0 || before === null || at === null && waits) {
      return { moment, at, gap: null };
    }
    waits ||= at === null;
    return { moment, at, gap: { why, ms: ms(before, at ?? new Date(now).toISOString()), goesOn: at === null } };
  });
};
