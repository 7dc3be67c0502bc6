import { html, type TemplateResult } from 'lit';
import { words } from '../ground/language.ts';
import type { Schemas } from '../ground/types.ts';
import { icon, type Icon } from './icon.ts';

type Job = Pick<Schemas['Job'], 'active' | 'disabledAt'>;

/** How a job stands: whether it starts by itself, and if not, who has decided so. */
export type JobState = 'active' | 'paused' | 'autoDisabled';

const names: Record<JobState, string> = words(
  { active: 'Active', paused: 'Paused', autoDisabled: 'Auto-disabled' },
  { active: 'Etkin', paused: 'Duraklatıldı', autoDisabled: 'Otomatik kapatıldı' },
);

const LOOK: Record<JobState, { icon: Icon; state: string }> = {
  active: { icon: 'completed', state: 'completed' },
  paused: { icon: 'pause', state: 'queued' },
  autoDisabled: { icon: 'failed', state: 'failed' },
};

export const jobState = (job: Job): JobState => (job.active ? 'active' : job.disabledAt ? 'autoDisabled' : 'paused');

export const jobMark = (job: Job): TemplateResult => {
  const state = jobState(job);
  return html`<span class="state" data-state=${LOOK[state].state}>${icon(LOOK[state].icon)}<span>${names[state]}</span></span>`;
};
