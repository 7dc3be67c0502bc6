import { parse, pretty } from '../../ground/json.ts';
import type { Form } from './form.ts';

// Secret values are masked wherever they need not be: in drafts, and where changes are shown.

const MASK = '••••••••'; // what the server takes for the value that it has

const pointersOf = (form: Form): string[][] => form.secretFields.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('/'))
  .map((line) => line.slice(1).split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')));

const at = (within: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>((found, name) => (found !== null && typeof found === 'object' && Object.hasOwn(found, name)
    ? (found as Record<string, unknown>)[name] : undefined), within);

/** The data with what `change` makes of its secret values; null if it is no JSON. */
const changed = (form: Form, change: (value: unknown, names: readonly string[]) => unknown): string | null => {
  const pointers = pointersOf(form);
  if (pointers.length === 0 || form.jobData.trim() === '') {
    return form.jobData;
  }
  try {
    const data = parse(form.jobData);
    for (const names of pointers) {
      const value = at(data, names);
      if (value !== undefined) {
        (at(data, names.slice(0, -1)) as Record<string, unknown>)[names.at(-1)!] = change(value, names);
      }
    }
    return pretty(data);
  } catch {
    return null;
  }
};

/** Data that is no JSON is left out: what is secret in it cannot be told. */
export const masked = (form: Form): Form => ({ ...form, jobData: changed(form, () => MASK) ?? '' });

/** A mask stands for the value that was there. */
export const unmasked = (form: Form, before: Form): Form => {
  try {
    const data = before.jobData.trim() === '' ? {} : parse(before.jobData);
    return { ...form, jobData: changed(form, (value, names) => (value === MASK ? at(data, names) ?? value : value)) ?? form.jobData };
  } catch {
    return form;
  }
};
