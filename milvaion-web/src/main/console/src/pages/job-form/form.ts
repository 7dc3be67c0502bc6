import { parse, pretty } from '../../ground/json.ts';
import { myZone } from '../../ground/clock.ts';
import type { Schemas } from '../../ground/types.ts';
import { instantOf, isKnown, localOf } from './zone.ts';

export type Job = Schemas['JobInput'];

/** What stands in the fields: texts as they were typed, by the names of the interface. */
export interface Form {
  displayName: string;
  description: string;
  tags: string[];
  jobType: string;
  workerGroup: string;
  active: boolean;
  schedule: 'cron' | 'once' | 'none';
  cronExpression: string;
  timeZone: string;
  /** As clocks of the zone show it. */
  executeAt: string;
  jobData: string;
  secretFields: string;
  concurrentExecutionPolicy: 'skip' | 'queue' | 'parallel';
  maxConcurrent: string;
  timeoutSeconds: string;
  maxRetries: string;
  retryBaseSeconds: string;
  onWorkerLost: 'retry' | 'unknown';
  onAbandoned: '' | 'wait' | 'goOn';
  autoDisableAfter: string;
  autoDisableWindowSeconds: string;
  autoEnableAfterSeconds: string;
  misfirePolicy: 'once' | 'all' | 'skip';
  dstGap: 'shift' | 'skip';
  dstOverlap: 'first' | 'second' | 'both';
}

export type Name = keyof Form;

export const blank = (): Form => ({
  displayName: '', description: '', tags: [], jobType: '', workerGroup: '', active: true,
  schedule: 'cron', cronExpression: '0 9 * * *', timeZone: myZone, executeAt: '', jobData: '', secretFields: '',
  concurrentExecutionPolicy: 'skip', maxConcurrent: '', timeoutSeconds: '', maxRetries: '', retryBaseSeconds: '',
  onWorkerLost: 'retry', onAbandoned: '', autoDisableAfter: '', autoDisableWindowSeconds: '', autoEnableAfterSeconds: '',
  misfirePolicy: 'once', dstGap: 'shift', dstOverlap: 'first',
});

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

export const formOf = (job: Job): Form => {
  const timeZone = job.timeZone ?? 'UTC';
  const data = job.jobData as object | null | undefined;
  return {
    displayName: job.displayName, description: text(job.description), tags: [...job.tags ?? []], jobType: job.jobType,
    workerGroup: text(job.workerGroup), active: job.active ?? true,
    schedule: job.schedule ?? 'none', cronExpression: text(job.cronExpression), timeZone,
    executeAt: job.executeAt ? localOf(job.executeAt, isKnown(timeZone) ? timeZone : 'UTC') : '',
    jobData: data && Object.keys(data).length > 0 ? pretty(data) : '', secretFields: (job.secretFields ?? []).join('\n'),
    concurrentExecutionPolicy: job.concurrentExecutionPolicy ?? 'skip', maxConcurrent: text(job.maxConcurrent),
    timeoutSeconds: text(job.timeoutSeconds), maxRetries: text(job.maxRetries), retryBaseSeconds: text(job.retryBaseSeconds),
    onWorkerLost: job.onWorkerLost ?? 'retry', onAbandoned: job.onAbandoned ?? '', autoDisableAfter: text(job.autoDisableAfter),
    autoDisableWindowSeconds: text(job.autoDisableWindowSeconds), autoEnableAfterSeconds: text(job.autoEnableAfterSeconds),
    misfirePolicy: job.misfirePolicy ?? 'once', dstGap: job.dstGap ?? 'shift', dstOverlap: job.dstOverlap ?? 'first',
  };
};

/** A whole number, or what was typed instead: the server says what is wrong with it. */
const number = (typed: string): number | null =>
  typed.trim() === '' ? null : /^-?\d{1,15}$/.test(typed.trim()) ? Number(typed) : typed as unknown as number;

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

const lines = (typed: string): string[] => typed.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** What is sent; data that is no JSON is left out, since the editor says so itself. */
export const jobOf = (form: Form): Job => ({
  displayName: form.displayName.trim(), description: orNull(form.description), tags: form.tags, jobType: form.jobType.trim(),
  workerGroup: orNull(form.workerGroup), active: form.active,
  schedule: form.schedule,
  cronExpression: form.schedule === 'cron' ? orNull(form.cronExpression) : null,
  timeZone: orNull(form.timeZone),
  executeAt: form.schedule === 'once' ? instantOf(form.executeAt, isKnown(form.timeZone) ? form.timeZone : 'UTC') : null,
  jobData: dataOf(form.jobData), secretFields: lines(form.secretFields),
  concurrentExecutionPolicy: form.concurrentExecutionPolicy,
  maxConcurrent: form.concurrentExecutionPolicy === 'parallel' ? number(form.maxConcurrent) : null,
  timeoutSeconds: number(form.timeoutSeconds), maxRetries: number(form.maxRetries), retryBaseSeconds: number(form.retryBaseSeconds),
  onWorkerLost: form.onWorkerLost, onAbandoned: form.onAbandoned === '' ? null : form.onAbandoned,
  autoDisableAfter: number(form.autoDisableAfter), autoDisableWindowSeconds: number(form.autoDisableWindowSeconds),
  autoEnableAfterSeconds: number(form.autoEnableAfterSeconds),
  misfirePolicy: form.misfirePolicy, dstGap: form.dstGap, dstOverlap: form.dstOverlap,
});

const dataOf = (typed: string): object => {
  try {
    return typed.trim() === '' ? {} : parse(typed) as object;
  } catch {
    return {};
  }
};
