import type { Schemas } from '../../ground/types.ts';
import { isOlder, type Told } from '../../parts/runs/newer.ts';
import type { Brief } from '../../parts/strip.ts';

/** A job as the list shows it. */
export interface Row {
  job: Schemas['JobList']['items'][number];
  /** Its last runs, new ones first; undefined while they are not read. */
  runs?: readonly (Brief & { attempt?: number })[];
  /** It was deleted while it stood here. */
  gone?: boolean;
}

const KEPT = 30;

/** Puts what was told of a run into those that are known. */
export const withRun = (runs: NonNullable<Row['runs']>, told: Told): NonNullable<Row['runs']> => {
  const at = runs.findIndex((one) => one.id === told.id);
  const known = runs[at];
  if (known === undefined) {
    const run = { ...told, plannedAt: told.plannedAt ?? '' };
    return [run, ...runs].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, KEPT);
  }
  return isOlder(told, { attempt: known.attempt ?? told.attempt, state: known.state as Told['state'] }) ? runs : runs.with(at, { ...known, ...told });
};
