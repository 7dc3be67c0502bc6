import type { Schemas } from '../../ground/types.ts';
import type { Form, Name } from './form.ts';
import { labels } from './words-fields.ts';
import { s } from './words-schedule.ts';

/** What is wrong with each field. */
export type Problems = ReadonlyMap<Name, string>;

const PARTS: Record<string, string> = s.part;

const partOf = (name: string, part: string | undefined): string | undefined =>
  (part === undefined ? undefined : PARTS[part] ?? (name === 'rrule' ? part : undefined));

/** By the fields of the form: `cronExpression.dayOfMonth`, `rrule.BYDAY` and `tags[2]` are parts of one. */
export const problemsOf = (violations: readonly Schemas['Violation'][], form: Form): Map<Name, string> => {
  const found = new Map<Name, string>();
  for (const { field, message } of violations) {
    const [first = '', part] = field.split(/[.[\]/]/);
    const name = first as Name;
    const named = partOf(first, part);
    const said = named === undefined ? message : `${named}: ${message}`;
    const known = name in form ? name : 'displayName';
    found.set(known, [found.get(known), known === name ? said : `${field}: ${said}`].filter(Boolean).join(' '));
  }
  return found;
};

export const labelOf = (name: Name): string => labels[name];
