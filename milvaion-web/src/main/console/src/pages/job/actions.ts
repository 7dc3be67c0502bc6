import { html, nothing } from 'lit';
import { api } from '../../ground/api.ts';
import { short } from '../../ground/clock.ts';
import { parse, pretty } from '../../ground/json.ts';
import { go, href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { copy } from '../../parts/copy.ts';
import { ask } from '../../parts/dialog.ts';
import { done, failed } from '../../parts/toast.ts';
import { t } from './words.ts';

type Job = Schemas['Job'];

const READ_ONLY = new Set(['id', 'scheduleText', 'nextRunAt', 'consecutiveFailures', 'disabledAt', 'disabledReason', 'enablesAgainAt', 'version', 'createdAt', 'updatedAt', 'warnings']);

const dataIn = (answers: FormData): object | undefined => {
  const text = String(answers.get('data') ?? '').trim();
  if (text === '') {
    return undefined;
  }
  let data: unknown;
  try {
    data = parse(text);
  } catch {
    throw new Error(t.badData);
  }
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    throw new Error(t.badData);
  }
  return data;
};

export const trigger = async (job: Job): Promise<void> => {
  let run = '';
  const isDone = await ask({
    title: t.triggerTitle, verb: t.trigger, consequence: html`${t.triggerHint}${job.active ? nothing : html` ${t.triggerPaused}`}`,
    fields: html`<details><summary>${t.ownData}</summary><label class="field"><span class="unseen">${t.ownData}</span>
      <textarea class="mono" name="data" rows="8" spellcheck="false" placeholder=${pretty(job.jobData ?? {})}></textarea><span class="hint">${t.ownDataHint}</span></label></details>`,
    run: async (answers) => {
      const data = dataIn(answers);
      run = (await api.post('/jobs/{id}/trigger', { path: { id: job.id }, body: { ...data !== undefined && { data } } as never })).occurrenceId;
    },
  });
  if (isDone) {
    done(t.triggered, { link: { href: href(`/runs/${run}`), text: t.toRun } });
  }
};

const setActive = (job: Job, active: boolean): Promise<unknown> => api.patch('/jobs/{id}', { path: { id: job.id }, body: { active } as never });

/** A pause is undone as easily as it is done; what an activation does is asked of the server first. */
export const pauseOrActivate = async (job: Job): Promise<void> => {
  if (job.active) {
    if (await ask({ title: t.pauseTitle(job.displayName), verb: t.pause, consequence: t.pauseHint, run: () => setActive(job, false) })) {
      done(t.paused, { undo: () => void setActive(job, true).catch(failed) });
    }
    return;
  }
  const { outcome } = await api.get('/jobs/{id}/misfire-preview', { path: { id: job.id } });
  const next = outcome.nextRunAt;
  const consequence = html`${outcome.runs > 0 ? html`<p>${t.planned(outcome.runs)}</p>` : nothing}<p>${next === null ? t.noNext : t.nextWould(short(next, job.timeZone))} ${t.noneWould}</p>`;
  if (await ask({ title: t.activateTitle(job.displayName), verb: t.activate, consequence, run: () => setActive(job, true) })) {
    done(t.activated, { undo: () => void setActive(job, false).catch(failed) });
  }
};

export const remove = async (job: Job): Promise<void> => {
  if (await ask({
    title: t.deleteTitle(job.displayName), verb: t.deleteTitle(job.displayName), danger: true, consequence: t.deleteHint,
    run: () => api.delete('/jobs/{id}', { path: { id: job.id } }),
  })) {
    done(t.deleted);
    go('/jobs');
  }
};

export const copyYaml = async (job: Job): Promise<void> =>
  copy(await api.text('/export', { kind: 'Job', id: job.id }, 'application/yaml'));

/** What makes the job what it is now. */
export const copyCurl = (job: Job): Promise<void> => {
  const body = Object.fromEntries(Object.entries(job).filter(([name, value]) => value !== null && !READ_ONLY.has(name)));
  const quoted = pretty(body).replaceAll("'", "'\\''");
  return copy(`curl -X PUT ${new URL(`api/v1/jobs/${job.id}`, document.baseURI).href} \\
  -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
  -d '${quoted}'`);
};
