import type { LiveEvent } from '../../ground/live.ts';
import type { Schemas } from '../../ground/types.ts';

export type Worker = Schemas['Worker'];
export type Group = Schemas['WorkerGroup'];

/** What the page shows: instances by their group; those without one come last. */
export interface Fleet { groups: Group[]; workers: Worker[] }

/** After so many seconds without a heartbeat one looks twice, and after so many it is gone. */
export const LATE_S = 10;
export const GONE_S = 30;

export const ageOf = (worker: Worker, now: number): number => Math.max(0, Math.floor((now - Date.parse(worker.lastSeenAt)) / 1000));

export const isDrained = (worker: Worker): boolean => worker.drain != null;

/** The job types that it runs. */
export const typesOf = (worker: Worker): string[] => (worker.consumers as { jobType?: string }[]).map((one) => one.jobType ?? '').sort();

export const membersOf = (fleet: Fleet, group: string | null): Worker[] =>
  fleet.workers.filter((worker) => (worker.workerGroup ?? null) === group);

/** Groups by name, and whether instances without one are there. */
export const groupsOf = (fleet: Fleet): (Group | null)[] =>
  [...fleet.groups, ...fleet.workers.some((worker) => worker.workerGroup == null) ? [null] : []];

const stateAfter = (worker: Worker, running: number, draining: unknown): Worker['state'] =>
  worker.drain == null ? 'active' : draining === true && running === 0 ? 'drained' : 'draining';

/** What a heartbeat changes; null if the list has to be read again. */
export const heard = (fleet: Fleet, event: LiveEvent): Fleet | null => {
  const { instanceId, runningJobs, abandonedJobs, refusing, stopping, draining } = event.data;
  const index = fleet.workers.findIndex((worker) => worker.instanceId === instanceId);
  if (index < 0 || typeof runningJobs !== 'number') {
    return null;
  }
  const before = fleet.workers[index]!;
  const now: Worker = {
    ...before, runningJobs,
    abandonedJobs: Number(abandonedJobs ?? 0), refusing: (refusing as string | undefined) ?? null, stopping: stopping === true,
    alive: true, lastSeenAt: new Date().toISOString(), knowsDrain: draining !== undefined,
    state: stateAfter(before, runningJobs, draining),
  };
  return { ...fleet, workers: fleet.workers.with(index, now) };
};
