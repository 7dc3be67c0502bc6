import { api } from '../../ground/api.ts';
import { draftOf, type Draft } from './drafts.ts';
import { blank, formOf, type Form } from './form.ts';
import { t } from './words.ts';

/** What the form begins with. */
export interface Opened {
  /** By which a draft of it is kept. */
  key: string;
  /** What is stored; of a new job what it begins with. */
  base: Form;
  /** Null of a new job. */
  etag: string | null;
  form: Form;
  draft: Draft | null;
  /** The name of the job that it is copied from. */
  from: string | null;
}

/**
 * @param job what is edited, or empty
 * @param from what is copied, or null
 */
export const opened = async (job: string, from: string | null, signal: AbortSignal): Promise<Opened> => {
  if (job !== '') {
    const { data, etag } = await api.tagged('/jobs/{id}', { path: { id: job }, signal });
    const base = formOf(data);
    return { key: job, base, etag, form: base, draft: draftOf(job), from: null };
  }
  const copied = from === null ? null : formOf(await api.get('/jobs/{id}', { path: { id: from }, signal }));
  const base = copied === null ? blank() : { ...copied, displayName: t.copyOf(copied.displayName) };
  const key = from === null ? 'new' : `copy-${from}`;
  return { key, base, etag: null, form: base, draft: draftOf(key), from: copied?.displayName ?? null };
};
