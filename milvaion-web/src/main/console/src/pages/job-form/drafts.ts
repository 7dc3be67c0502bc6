import { me } from '../../ground/session.ts';
import type { Form } from './form.ts';
import { masked } from './secrets.ts';

// What is half filled in, kept in this browser: it survives the end of a session, a reload and a closed tab.

export interface Draft {
  form: Form;
  /** What the job was when it was opened, and its tag; null of a new one. */
  base: Form;
  etag: string | null;
  at: number;
}

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
