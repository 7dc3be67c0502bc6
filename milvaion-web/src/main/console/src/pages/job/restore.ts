import { html } from 'lit';
import { api } from '../../ground/api.ts';
import { ask } from '../../parts/dialog.ts';
import { done } from '../../parts/toast.ts';
import { difference } from './difference.ts';
import { t } from './versions-words.ts';

/** Makes a job again what it was, after showing what that changes. It is refused if somebody has edited it meanwhile. */
export const restore = async (job: string, version: number, present: number): Promise<void> => {
  const { changes } = await api.get('/jobs/{id}/versions/{version}/diff', { path: { id: job, version }, query: { to: present } });
  const turned = changes.map((one) => ({ ...one, from: one.to, to: one.from }));
  const { etag } = await api.tagged('/jobs/{id}', { path: { id: job } });
  const isDone = await ask({
    title: t.restore(version), verb: t.restore(version),
    consequence: turned.length === 0 ? t.sameAsNow : html`<p>${t.restoreHint(version, present + 1)}</p>${difference(turned, 'inline', '', '')}`,
    run: () => api.post('/jobs/{id}/versions/{version}/restore', { path: { id: job, version }, ...etag !== null && { ifMatch: etag } }),
  });
  if (isDone) {
    done(t.restored(version));
  }
};
