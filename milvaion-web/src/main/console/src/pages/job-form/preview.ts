import { api } from '../../ground/api.ts';
import type { Schemas } from '../../ground/types.ts';
import type { Form } from './form.ts';
import { changeAfter, isKnown } from './zone.ts';

export interface Plan {
  preview: Schemas['Preview'];
  /** Runs about the next change of clocks, if times of day are concerned. */
  atChange: { at: number; runs: string[] } | null;
}

export interface Timing { expression: string; zone: string; dstGap: Form['dstGap']; dstOverlap: Form['dstOverlap'] }

export const timingOf = (form: Form): Timing | null =>
  form.schedule === 'cron' && form.cronDialect === 'milvaion' && form.cronExpression.trim() !== ''
    ? { expression: form.cronExpression.trim(), zone: form.timeZone.trim() || 'UTC', dstGap: form.dstGap, dstOverlap: form.dstOverlap } : null;

const SHOWN = 10;
const BEFORE_MS = 26 * 3_600_000;

export const planOf = async (timing: Timing, signal: AbortSignal): Promise<Plan> => {
  const preview = await api.get('/cron/preview', { query: { ...timing, count: SHOWN }, signal });
  const at = preview.kind === 'timesOfDay' && isKnown(timing.zone) ? changeAfter(Date.now(), timing.zone) : null;
  if (at === null || at < Date.parse(preview.runs.at(-1) ?? '')) {
    return { preview, atChange: null };
  }
  const near = await api.get('/cron/preview', { query: { ...timing, from: new Date(at - BEFORE_MS).toISOString(), count: SHOWN }, signal });
  const runs = near.runs.filter((run) => Math.abs(Date.parse(run) - at) <= BEFORE_MS);
  return { preview, atChange: runs.length > 0 && runs.length < SHOWN ? { at, runs } : null };
};
