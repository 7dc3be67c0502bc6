import { pretty } from '../../ground/json.ts';
import { jobOf, type Form, type Name } from './form.ts';
import { masked, unmasked } from './secrets.ts';

export interface Change { name: Name; from: string; to: string }

const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : pretty(value);

/** What one form says otherwise than another, as the interface would understand them; secret values are masked. */
export const changesOf = (from: Form, to: Form): Change[] => {
  const [before, after] = [jobOf(from), jobOf(unmasked(to, from))];
  const [seenBefore, seenAfter] = [jobOf(masked(from)), jobOf(masked(to))];
  return (Object.keys(after) as Name[])
    .filter((name) => shown(before[name]) !== shown(after[name]))
    .map((name) => ({ name, from: shown(seenBefore[name]), to: shown(seenAfter[name]) }));
};

export interface Conflict { name: Name; was: string; theirs: string; mine: string }

/**
 * Two have changed the same job. What only one of them has touched is taken as it is; what both have, somebody has to
 * choose.
 */
export const conflictsOf = (base: Form, theirs: Form, mine: Form): { taken: Change[]; conflicts: Conflict[] } => {
  const my = new Map(changesOf(base, mine).map((change) => [change.name, change.to]));
  const changed = changesOf(base, theirs);
  return {
    taken: changed.filter((change) => !my.has(change.name)),
    conflicts: changed
      .filter((change) => my.has(change.name) && my.get(change.name) !== change.to)
      .map((change) => ({ name: change.name, was: change.from, theirs: change.to, mine: my.get(change.name)! })),
  };
};

/** Mine, with these fields as they are in theirs. */
export const merged = (theirs: Form, mine: Form, names: readonly Name[]): Form =>
  ({ ...mine, ...Object.fromEntries(names.map((name) => [name, theirs[name]])) });
