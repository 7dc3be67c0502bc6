import { api } from '../../ground/api.ts';
import { Failed } from '../../ground/problem.ts';
import { changesOf } from './changes.ts';
import { formOf, jobOf, type Form } from './form.ts';
import { review, settle } from './review.ts';
import { t } from './words.ts';

export interface Saved { id: string; name: string; text: string }

/**
 * Saves what is filled in; null if somebody has thought better of it.
 *
 * @param job what is changed, or empty
 * @param base what it was when it was opened, with its tag
 */
export const saved = async (job: string, form: Form, base: Form, etag: string | null): Promise<Saved | null> => {
  if (job === '' || etag === null) {
    const made = await api.post('/jobs', { body: jobOf(form) });
    return { id: made.id!, name: made.displayName, text: t.created(made.displayName) };
  }
  let isOutdated = false;
  const isSaved = await review(base.displayName, changesOf(base, form), async () => {
    try {
      await put(job, form, etag);
    } catch (reason) {
      isOutdated = reason instanceof Failed && reason.status === 412;
      if (!isOutdated) {
        throw reason;
      }
    }
  });
  if (!isSaved || isOutdated && !await settled(job, form, base)) {
    return null;
  }
  return { id: job, name: form.displayName, text: t.saved(form.displayName) };
};

const put = (job: string, form: Form, etag: string): Promise<unknown> =>
  api.put('/jobs/{id}', { path: { id: job }, body: jobOf(form), ifMatch: etag });

const settled = async (job: string, form: Form, base: Form): Promise<boolean> => {
  const { data, etag } = await api.tagged('/jobs/{id}', { path: { id: job } });
  return settle(base, { form: formOf(data), job: data }, form, (chosen) => put(job, chosen, etag!));
};
