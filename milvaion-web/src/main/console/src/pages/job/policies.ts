import { html, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import type { Schemas } from '../../ground/types.ts';
import { p } from './policy-words.ts';

type Job = Schemas['Job'];

const seconds = (n: number): string => span(n * 1000);

const overlap = (job: Job): string =>
  (job.concurrentExecutionPolicy === 'parallel' && job.maxConcurrent !== null ? p.parallelMost(job.maxConcurrent) : p[job.concurrentExecutionPolicy as 'skip']);

const disable = (job: Job): string => {
  const when = job.autoDisableAfter === null ? p.setting : job.autoDisableAfter === 0 ? p.never : p.disables(job.autoDisableAfter);
  return job.autoEnableAfterSeconds === null ? when : `${when} ${p.enables(seconds(job.autoEnableAfterSeconds))}`;
};

/** What happens when something is not as usual: consequences, not names of policies. */
export const policies = (job: Job): TemplateResult => {
  const rows: [string, string][] = [
    [p.overlap, overlap(job)],
    ...job.schedule === 'none' ? [] : [[p.late, p.misfire[job.misfirePolicy as 'once']] as [string, string]],
    ...['cron', 'every', 'rrule'].includes(job.schedule) && job.timeZone !== 'UTC'
      ? [[p.gap, p.gaps[job.dstGap as 'shift']], [p.twice, p.overlaps[job.dstOverlap as 'first']]] as [string, string][] : [],
    [p.timeout, job.timeoutSeconds === null ? p.typeTimeout : p.after(seconds(job.timeoutSeconds))],
    [p.retry, job.maxRetries === null ? p.typeRetries : p.retries(job.maxRetries, job.retryBaseSeconds === null ? null : seconds(job.retryBaseSeconds))],
    [p.disable, disable(job)],
    [p.lost, p.onLost[job.onWorkerLost as 'retry']],
    ...job.onAbandoned === null ? [] : [[p.abandoned, p.onAbandoned[job.onAbandoned as 'wait']] as [string, string]],
  ];
  return html`<dl class="facts">${rows.map(([when, then]) => html`<dt>${when}</dt><dd>${then}</dd>`)}</dl>`;
};
