import { html, nothing, type TemplateResult } from 'lit';
import { api } from '../../ground/api.ts';
import { saying } from '../../ground/problem.ts';
import type { Schemas } from '../../ground/types.ts';
import { ask } from '../../parts/dialog.ts';
import { operate, type Wish } from '../../parts/operation/operate.ts';
import { done, failed } from '../../parts/toast.ts';
import { filterOf, type Criteria } from './view.ts';
import { t } from './bulk-words.ts';

type Job = Schemas['JobList']['items'][number];

export const ACTIONS = ['activate', 'deactivate', 'trigger', 'addTags', 'removeTags', 'delete'] as const;
export type BulkAction = typeof ACTIONS[number];

const SHOWN = 10;
const AT_ONCE = 4;

const named = (names: readonly string[], total: number): TemplateResult => html`<p>${t.first(Math.min(SHOWN, names.length), total)}</p>
  <ul class="named">${names.slice(0, SHOWN).map((name) => html`<li>${name}</li>`)}</ul>`;

const tagsIn = (answers: FormData): string[] =>
  String(answers.get('tags') ?? '').split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');

const tagField = html`<label class="field"><span>${t.tags}</span><input name="tags" required autofocus></label>`;

const needsTags = (action: BulkAction): boolean => action === 'addTags' || action === 'removeTags';

const onOne = (action: BulkAction, job: Job, tags: readonly string[]): Promise<unknown> => {
  const path = { id: job.id };
  switch (action) {
    case 'trigger': return api.post('/jobs/{id}/trigger', { path, body: {} as never });
    case 'delete': return api.delete('/jobs/{id}', { path });
    case 'activate': case 'deactivate': return api.patch('/jobs/{id}', { path, body: { active: action === 'activate' } as never });
    default: {
      const kept = job.tags.filter((tag) => !tags.includes(tag));
      return api.patch('/jobs/{id}', { path, body: { tags: action === 'addTags' ? [...kept, ...tags] : kept } as never });
    }
  }
};

/** Does it to each, some at once. Fails with the names of those it could not be done to. */
const onEach = async (action: BulkAction, jobs: readonly Job[], tags: readonly string[]): Promise<void> => {
  const waiting = [...jobs];
  const failures: string[] = [];
  const one = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      await onOne(action, job, tags).catch((reason: unknown) => failures.push(`${job!.displayName} (${saying(reason)})`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  if (failures.length > 0) {
    throw new Error(t.failed(failures.length, jobs.length, failures.slice(0, SHOWN).join(', ')));
  }
};

/** Asks, and does it to jobs that are ticked. */
export const withTicked = async (action: BulkAction, jobs: readonly Job[]): Promise<boolean> => {
  const title = t.titles[action](jobs.length);
  const isDone = await ask({
    title, verb: title, danger: action === 'delete',
    consequence: html`<p>${t.consequences[action]}</p>${named(jobs.map((job) => job.displayName), jobs.length)}`,
    ...needsTags(action) && { fields: tagField },
    run: (answers) => onEach(action, jobs, tagsIn(answers)),
  });
  if (isDone) {
    const undo = action === 'deactivate' || action === 'activate' ? { undo: () => void onEach(action === 'activate' ? 'deactivate' : 'activate', jobs, []).catch(failed) } : {};
    done(t.done(title), undo);
  }
  return isDone;
};

/** Counts what the filter means, shows it, and begins an operation on it. */
export const withAll = async (action: BulkAction, criteria: Criteria): Promise<void> => {
  let tags: string[] = [];
  if (needsTags(action) && !await ask({
    title: t.verbs[action], consequence: t.which, verb: t.next, fields: tagField,
    run: async (answers) => { tags = tagsIn(answers); },
  })) {
    return;
  }
  const filter = filterOf(criteria);
  await operate({
    operation: { target: 'jobs', action, ...tags.length > 0 && { tags } } as Wish['operation'],
    filter,
    title: t.verbs[action],
    verb: t.titles[action],
    danger: action === 'delete',
    consequence: html`${t.consequences[action]}${Object.keys(filter).length === 0 ? html` <strong>${t.wholeList}</strong>` : nothing}`,
  });
};
