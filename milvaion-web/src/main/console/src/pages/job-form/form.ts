import { parse, pretty } from '../../ground/json.ts';
import { myZone } from '../../ground/clock.ts';
import type { Schemas } from '../../ground/types.ts';
import { begun } from './recurrence.ts';
import { instantOf, isKnown, localOf } from './zone.ts';

export type Job = Schemas['JobInput'];

export type Kind = 'cron' | 'every' | 'delay' | 'rrule' | 'once' | 'none';
export type Dialect = 'milvaion' | 'unix' | 'quartz' | 'spring' | 'kubernetes' | 'systemd';

/** What stands in the fields: texts as they were typed, by the names of the interface. */
export interface Form {
  displayName: string;
  description: string;
  tags: string[];
  jobType: string;
  workerGroup: string;
  active: boolean;
  schedule: Kind;
  cronExpression: string;
  cronDialect: Dialect;
  every: string;
  everyClock: 'real' | 'local';
  delay: string;
  rrule: string;
  timeZone: string;
  /** As clocks of the zone show it. */
  executeAt: string;
  /** Likewise. */
  startsAt: string;
  endsAt: string;
  maxRuns: string;
  calendars: string[];
  onClosed: 'skip' | 'nextDay' | 'previousDay' | 'nextWorkingDay';
  spreadSeconds: string;
  jitterSeconds: string;
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
  schedule: 'cron', cronExpression: '0 9 * * *', cronDialect: 'milvaion', every: 'PT15M', everyClock: 'real', delay: 'PT5M', rrule: begun(),
  timeZone: myZone, executeAt: '', startsAt: '', endsAt: '', maxRuns: '', calendars: [], onClosed: 'skip', spreadSeconds: '', jitterSeconds: '', jobData: '', secretFields: '',
  concurrentExecutionPolicy: 'skip', maxConcurrent: '', timeoutSeconds: '', maxRetries: '', retryBaseSeconds: '',
  onWorkerLost: 'retry', onAbandoned: '', autoDisableAfter: '', autoDisableWindowSeconds: '', autoEnableAfterSeconds: '',
  misfirePolicy: 'once', dstGap: 'shift', dstOverlap: 'first',
});

/** The field that a kind of schedule is said in. */
const SAID_IN = { cron: 'cronExpression', every: 'every', delay: 'delay', rrule: 'rrule', once: 'executeAt', none: null } as const;

export const repeats = (form: Form): boolean => form.schedule !== 'once' && form.schedule !== 'none';

/** Another kind begins with what is usual, not with an empty field. */
export const ofKind = (form: Form, schedule: Kind): Form => {
  const field = SAID_IN[schedule];
  return field === null || form[field] !== '' ? { ...form, schedule } : { ...form, schedule, [field]: blank()[field] };
};

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

export const formOf = (job: Job): Form => {
  const timeZone = job.timeZone ?? 'UTC';
  const data = job.jobData as object | null | undefined;
  const local = (at: string | null | undefined): string => (at ? localOf(at, isKnown(timeZone) ? timeZone : 'UTC') : '');
  return {
    displayName: job.displayName, description: text(job.description), tags: [...job.tags ?? []], jobType: job.jobType,
    workerGroup: text(job.workerGroup), active: job.active ?? true,
    schedule: job.schedule ?? 'none', cronExpression: text(job.cronExpression), cronDialect: job.cronDialect ?? 'milvaion',
    every: text(job.every), everyClock: job.everyClock ?? 'real', delay: text(job.delay), rrule: text(job.rrule),
    timeZone, executeAt: local(job.executeAt), startsAt: local(job.startsAt), endsAt: local(job.endsAt), maxRuns: text(job.maxRuns),
    calendars: [...job.calendars ?? []], onClosed: job.onClosed ?? 'skip', spreadSeconds: text(job.spreadSeconds), jitterSeconds: text(job.jitterSeconds),
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

/** What decides about planned instants; what belongs to another kind is left out. */
export const scheduleOf = (form: Form) => {
  const { schedule } = form;
  const said = <T>(kind: Kind, value: T): T | null => (schedule === kind ? value : null);
  const repeated = <T>(value: T): T | null => (repeats(form) ? value : null);
  const instant = (local: string): string | null => instantOf(local, isKnown(form.timeZone) ? form.timeZone : 'UTC');
  return {
    schedule,
    cronExpression: said('cron', orNull(form.cronExpression)), cronDialect: said('cron', form.cronDialect) ?? 'milvaion',
    every: said('every', orNull(form.every)), everyClock: said('every', form.everyClock) ?? 'real',
    delay: said('delay', orNull(form.delay)), rrule: said('rrule', orNull(form.rrule)),
    timeZone: orNull(form.timeZone), executeAt: said('once', instant(form.executeAt)),
    startsAt: repeated(instant(form.startsAt)), endsAt: repeated(instant(form.endsAt)), maxRuns: repeated(number(form.maxRuns)),
    calendars: schedule === 'none' ? [] : form.calendars, onClosed: form.calendars.length === 0 || schedule === 'none' ? 'skip' as const : form.onClosed,
    spreadSeconds: repeated(number(form.spreadSeconds)), jitterSeconds: repeated(number(form.jitterSeconds)),
    dstGap: form.dstGap, dstOverlap: form.dstOverlap,
  };
};

/** What is sent; data that is no JSON is left out, since the editor says so itself. */
export const jobOf = (form: Form): Job => ({
  displayName: form.displayName.trim(), description: orNull(form.description), tags: form.tags, jobType: form.jobType.trim(),
  workerGroup: orNull(form.workerGroup), active: form.active,
  ...scheduleOf(form),
  jobData: dataOf(form.jobData), secretFields: lines(form.secretFields),
  concurrentExecutionPolicy: form.concurrentExecutionPolicy,
  maxConcurrent: form.concurrentExecutionPolicy === 'parallel' ? number(form.maxConcurrent) : null,
  timeoutSeconds: number(form.timeoutSeconds), maxRetries: number(form.maxRetries), retryBaseSeconds: number(form.retryBaseSeconds),
  onWorkerLost: form.onWorkerLost, onAbandoned: form.onAbandoned === '' ? null : form.onAbandoned,
  autoDisableAfter: number(form.autoDisableAfter), autoDisableWindowSeconds: number(form.autoDisableWindowSeconds),
  autoEnableAfterSeconds: number(form.autoEnableAfterSeconds),
  misfirePolicy: form.misfirePolicy,
});

const dataOf = (typed: string): object => {
  try {
    return typed.trim() === '' ? {} : parse(typed) as object;
  } catch {
    return {};
  }
};
