import { html } from 'lit';
import { api } from '../../ground/api.ts';
import { go } from '../../ground/location.ts';
import { ask } from '../../parts/dialog.ts';
import { told } from '../../parts/told.ts';
import { t } from './words.ts';

const SHOWN = 5;

/** Asks for the name of a new one; its form does the rest. */
export const makeCalendar = (): Promise<boolean> => ask({
  title: t.makeTitle, consequence: t.makeHint, verb: t.makeVerb,
  fields: html`<label class="field"><span>${t.name}</span><input name="name" required pattern="[a-z0-9\\-]+" maxlength="80" autocomplete="off" title=${t.nameHint}>
    <span class="hint">${t.nameHint}</span></label>`,
  run: async (answers) => go(`/calendars/${String(answers.get('name'))}/edit`),
});

/** One that somebody names stays; who that is is told before. */
export const deleteCalendar = async (name: string): Promise<boolean> => {
  const users = await api.get('/calendars/{name}/jobs', { path: { name }, query: { limit: SHOWN } });
  if (users.items.length > 0) {
    const names = [...users.items.map((job) => job.displayName), ...users.nextCursor === null ? [] : [t.andOthers]].join(', ');
    await ask({ title: t.usedTitle(name), consequence: t.used(names), verb: t.showThem, run: async () => go(`/calendars/${name}`) });
    return false;
  }
  return told({
    title: t.deleteTitle(name), consequence: t.deleteHint, verb: t.deleteVerb, danger: true,
    run: () => api.delete('/calendars/{name}', { path: { name } }),
  }, () => t.deleted(name));
};
