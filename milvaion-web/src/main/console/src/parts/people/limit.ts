import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../ground/language.ts';
import type { Schemas } from '../../ground/types.ts';

const t = words({
  all: 'All jobs', tags: 'Tags', groups: 'Worker groups', several: 'Several are separated by commas; nothing: no limit.',
  tagged: (tags: string) => `jobs tagged ${tags}`, within: (groups: string) => `jobs of ${groups}`, and: ' and ', or: ' or ',
  consequence: 'Only jobs with one of the tags and of one of the worker groups are reached then, with their runs and failures. Permissions on more than jobs are not given by it.',
}, {
  all: 'Tüm işler', tags: 'Etiketler', groups: 'İşçi grupları', several: 'Birden çoğu virgülle ayrılır; boş: sınır yok.',
  tagged: (tags: string) => `${tags} etiketli işler`, within: (groups: string) => `${groups} grubunun işleri`, and: ' ve ', or: ' veya ',
  consequence: 'O zaman yalnızca bu etiketlerden birini taşıyan ve bu işçi gruplarından birine ait işlere, çalışmalarıyla ve hatalarıyla ulaşılır. İşlerden fazlasına dair yetkiler bununla verilmez.',
});

type Limit = Schemas['Limit'];

const isNone = (limit: Limit | null): boolean => !limit?.tags?.length && !limit?.workerGroups?.length;

/** To which jobs something is limited. */
export const limitText = (limit: Limit | null): string => isNone(limit) ? t.all
  : [limit?.tags?.length ? t.tagged(limit.tags.join(t.or)) : null, limit?.workerGroups?.length ? t.within(limit.workerGroups.join(t.or)) : null]
    .filter((text) => text !== null).join(t.and);

/** Fields named `tags` and `workerGroups`. */
export const limitFields = (limit: Limit | null = null): TemplateResult => html`
  ${field('tags', t.tags, limit?.tags)}${field('workerGroups', t.groups, limit?.workerGroups)}<p class="meta">${t.several} ${t.consequence}</p>`;

const field = (name: string, label: string, values?: readonly string[] | null): TemplateResult => html`
  <label class="field"><span>${label}</span><input name=${name} autocomplete="off" spellcheck="false" value=${values?.length ? values.join(', ') : nothing}></label>`;

const listed = (form: FormData, name: string): string[] | null => {
  const all = String(form.get(name) ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
  return all.length === 0 ? null : all;
};

/** What was filled in; null: no limit. */
export const limitOf = (form: FormData): { tags: string[] | null; workerGroups: string[] | null } | null => {
  const limit = { tags: listed(form, 'tags'), workerGroups: listed(form, 'workerGroups') };
  return isNone(limit) ? null : limit;
};
