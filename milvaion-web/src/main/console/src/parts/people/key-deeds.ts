import { html, type TemplateResult } from 'lit';
import { api } from '../../ground/api.ts';
import { me } from '../../ground/session.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../action.ts';
import { copy } from '../copy.ts';
import { ask } from '../dialog.ts';
import { done } from '../toast.ts';
import { limitFields, limitOf } from './limit.ts';
import { permissionBoxes } from './permissions.ts';
import { t } from './words.ts';

// What is done with API keys; each resolves to whether it was done.

type Key = Schemas['ApiKey'];

const DAY_S = 86_400;

const choice = (name: string, label: string, options: readonly (readonly [number, string])[]): TemplateResult => html`
  <label class="field"><span>${label}</span><select name=${name}>${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></label>`;

const LIVES: readonly (readonly [number, string])[] =
  [[90, t.days(90)], [30, t.days(30)], [7, t.days(7)], [365, t.year], [0, t.forever]];

const OVERLAPS: readonly (readonly [number, string])[] =
  [[DAY_S, t.day], [0, t.atOnce], [3600, t.hour], [7 * DAY_S, t.week], [30 * DAY_S, t.month]];

/** Nobody can read it again. */
const showSecret = (made: Schemas['MadeKeyView']): Promise<boolean> => ask({
  title: t.secretTitle(made.name), verb: t.kept, run: async () => undefined,
  consequence: html`<p>${t.secretHint}</p><p class="code" id="key-secret">${made.secret}</p>
    ${action({ label: t.copy, icon: 'copy', run: () => void copy(made.secret) })}`,
});

const wanted = (form: FormData): Schemas['KeyBody'] => {
  const days = Number(form.get('days'));
  const permissions = form.getAll('permission').map(String);
  const limit = limitOf(form);
  return {
    name: String(form.get('name')),
    ...days > 0 && { expiresAt: new Date(Date.now() + days * DAY_S * 1000).toISOString() },
    ...permissions.length > 0 && { permissions },
    ...limit !== null && { limit },
  };
};

export const makeKey = async (): Promise<boolean> => {
  let made: Schemas['MadeKeyView'] | undefined;
  const isMade = await ask({
    title: t.makeTitle, consequence: t.makeHint, verb: t.make,
    fields: html`<label class="field"><span>${t.keyName}</span><input name="name" required maxlength="100" autocomplete="off"></label>
      ${choice('days', t.until, LIVES)}
      <details class="more-fields"><summary>${t.only}</summary><p class="meta">${t.onlyHint}</p>${permissionBoxes(me.value?.permissions ?? [])}</details>
      <details class="more-fields"><summary>${t.onlyJobs}</summary>${limitFields()}</details>`,
    run: async (form) => {
      made = await api.secret('/api-keys', { body: wanted(form) });
    },
  });
  return isMade && made !== undefined ? showSecret(made).then(() => true) : false;
};

export const rotateKey = async (key: Key): Promise<boolean> => {
  let made: Schemas['MadeKeyView'] | undefined;
  const isMade = await ask({
    title: t.rotateTitle(key.name), consequence: t.rotateHint, verb: t.rotateVerb, fields: choice('overlap', t.overlap, OVERLAPS),
    run: async (form) => {
      made = await api.secret('/api-keys/{id}/rotate', { path: { id: key.id }, body: { overlapSeconds: Number(form.get('overlap')) } });
    },
  });
  return isMade && made !== undefined ? showSecret(made).then(() => true) : false;
};

export const revokeKey = async (key: Key): Promise<boolean> => {
  const isDone = await ask({
    title: t.revokeTitle(key.name), consequence: t.revokeHint(key.owner), verb: t.revokeVerb, danger: true,
    run: () => api.delete('/api-keys/{id}', { path: { id: key.id } }),
  });
  if (isDone) {
    done(t.revokedDone);
  }
  return isDone;
};
