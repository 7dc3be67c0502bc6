import type { LiveEvent } from '../../ground/live.ts';
import type { Schemas } from '../../ground/types.ts';
import type { State } from '../state.ts';

export type Run = Schemas['Occurrence'];

/** What an event of a run tells; members that are not known are left out. */
export type Told = Pick<Run, 'id' | 'jobId' | 'jobName' | 'state' | 'attempt'>
  & Partial<Pick<Run, 'plannedAt' | 'startedAt' | 'endedAt' | 'durationMs' | 'progress' | 'triggeredBy'>>;

const rank = (state: State): number => ({ queued: 0, running: 1, unknown: 2 } as Partial<Record<State, number>>)[state] ?? 3;

/** Events of different nodes have no common order: the newer attempt wins, within one the higher rank. */
export const isOlder = (told: Pick<Told, 'attempt' | 'state'>, known: Pick<Run, 'attempt' | 'state'>): boolean =>
  told.attempt < known.attempt || told.attempt === known.attempt && rank(told.state) < rank(known.state);

/** The run after what was told; the same object if that was older. */
export const after = <T extends Run>(known: T, told: Told): T => {
  if (isOlder(told, known)) {
    return known;
  }
  const begun = told.attempt > known.attempt ? { startedAt: null, endedAt: null, durationMs: null, progress: null } : {};
  const moved = told.attempt > known.attempt || told.state !== known.state ? { stage: null } : {};
  // events do not tell what a run says of its progress
  const said = told.progress !== undefined && told.progress !== known.progress ? { progressText: null } : {};
  return { ...known, ...begun, ...moved, ...said, ...told };
};

/** What an event tells of a run; null if it is about something else. */
export const toldBy = (event: LiveEvent): Told | null =>
  event.type.startsWith('occurrence.') && event.type !== 'occurrence.skipped' ? event.data as unknown as Told : null;
