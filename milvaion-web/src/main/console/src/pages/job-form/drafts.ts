import { parse, pretty } from '../../ground/json.ts';
import { me } from '../../ground/session.ts';
import type { Form } from './form.ts';

// What is half filled in, kept in this browser: it survives the end of a session, a reload and a closed tab.

export interface Draft {
  form: Form;
  /** What the job was when it was opened, and its tag; null of a new one. */
  base: Form;
  etag: string | null;
  at: number;
}

const MASK = '••••••••'; // what the server takes for the value that it has

const keyOf = (job: string): string => `milvaion.draft.${me.value?.name ?? ''}.${job}`;

export const draftOf = (job: string): Draft | null => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(job)) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
};

/** Secret values are not kept where others who use this browser could read them. */
export const keep = (job: string, draft: Draft): void => {
  try {
    localStorage.setItem(keyOf(job), JSON.stringify({ ...draft, form: masked(draft.form), base: masked(draft.base) }));
  } catch {
    // the browser keeps nothing, or no more: the form is still there
  }
};

export const discard = (job: string): void => localStorage.removeItem(keyOf(job));

export const masked = (form: Form): Form => {
  const pointers = form.secretFields.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('/'));
  if (pointers.length === 0 || form.jobData.trim() === '') {
    return form;
  }
  try {
    const data = parse(form.jobData) as object;
    pointers.forEach((pointer) => mask(data, pointer.slice(1).split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))));
    return { ...form, jobData: pretty(data) };
  } catch {
    return { ...form, jobData: '' };
  }
};

const mask = (within: unknown, [name, ...rest]: string[]): void => {
  if (within === null || typeof within !== 'object' || name === undefined || !Object.hasOwn(within, name)) {
    return;
  }
  const members = within as Record<string, unknown>;
  if (rest.length === 0) {
    members[name] = MASK;
  } else {
    mask(members[name], rest);
  }
};
