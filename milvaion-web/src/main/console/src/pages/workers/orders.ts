import { html, type TemplateResult } from 'lit';
import { api } from '../../ground/api.ts';
import { told } from '../../parts/told.ts';
import type { Group, Worker } from './fleet.ts';
import { t } from './words.ts';

/** A field for an end that need not be; read it by {@link untilIn}. */
export const untilField = (label: string, hint: string): TemplateResult => html`
  <label class="field"><span>${label}</span><input type="datetime-local" name="until"><span class="hint">${hint}</span></label>`;

/** What was chosen there, or nothing. */
export const untilIn = (answers: FormData): { until?: string } => {
  const given = answers.get('until') as string | null;
  return given ? { until: new Date(given).toISOString() } : {};
};

const why = (answers: FormData) => ({ reason: String(answers.get('reason')), ...untilIn(answers) });

export const drainWorker = ({ instanceId, runningJobs }: Worker): Promise<boolean> => told({
  title: t.ask.drain(instanceId), consequence: t.ask.drainOne(runningJobs), verb: t.drain, reason: true,
  fields: untilField(t.ask.until, t.ask.untilHint),
  run: (answers) => api.post('/workers/{instanceId}/drain', { path: { instanceId }, body: why(answers) }),
}, () => t.done.drain(instanceId));

export const resumeWorker = ({ instanceId }: Worker): Promise<boolean> => told({
  title: t.ask.resume(instanceId), consequence: t.ask.resumes, verb: t.ask.resumeVerb, reason: true,
  run: (answers) => api.post('/workers/{instanceId}/resume', { path: { instanceId }, body: { reason: String(answers.get('reason')) } }),
}, () => t.done.resume(instanceId));

export const removeWorker = ({ instanceId }: Worker): Promise<boolean> => told({
  title: t.ask.remove(instanceId), consequence: t.ask.removes, verb: t.ask.removeVerb, danger: true,
  run: () => api.delete('/workers/{instanceId}', { path: { instanceId } }),
}, () => t.done.remove(instanceId));

export const drainGroup = ({ name, alive, running }: Group): Promise<boolean> => told({
  title: t.ask.drain(t.group(name)), consequence: t.ask.drainGroup(alive, running), verb: t.drainGroup, reason: true,
  fields: untilField(t.ask.until, t.ask.untilHint),
  run: (answers) => api.post('/worker-groups/{group}/drain', { path: { group: name }, body: why(answers) }),
}, () => t.done.drain(t.group(name)));

export const resumeGroup = ({ name }: Group): Promise<boolean> => told({
  title: t.ask.resume(t.group(name)), consequence: t.ask.resumes, verb: t.resumeGroup, reason: true,
  run: (answers) => api.post('/worker-groups/{group}/resume', { path: { group: name }, body: { reason: String(answers.get('reason')) } }),
}, () => t.done.resume(t.group(name)));
