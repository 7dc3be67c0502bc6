import { api } from '../../ground/api.ts';
import type { Schemas } from '../../ground/types.ts';
import { scheduleOf, type Form } from './form.ts';

export type Preview = Schemas['SchedulePreview'];

/** What decides about planned instants, as the preview takes it. */
export type Timing = Record<string, string>;

const SHOWN = 10;

/** What is set, as parameters. */
const parameters = (fields: object): Timing => Object.fromEntries(Object.entries(fields)
  .filter(([, value]) => value !== null && value !== undefined && String(value) !== '').map(([name, value]) => [name, String(value)]));

/** Null where nothing is to be foretold: without a schedule, or for an instant that nothing moves. */
export const timingOf = (form: Form): Timing | null => {
  const { schedule, ...fields } = scheduleOf(form);
  const said = [fields.cronExpression, fields.every, fields.delay, fields.rrule, form.calendars.length === 0 ? null : fields.executeAt];
  return schedule === 'none' || said.every((one) => one === null) ? null : parameters(fields);
};

const FIELDS = [
  'cronExpression', 'cronDialect', 'every', 'everyClock', 'delay', 'rrule', 'executeAt', 'timeZone', 'dstGap', 'dstOverlap', 'startsAt', 'endsAt', 'maxRuns',
  'calendars', 'onClosed', 'spreadSeconds', 'jitterSeconds',
] as const;

/** Likewise, of a job that is stored. */
export const timingOfJob = (job: Schemas['Job']): Timing =>
  ({ ...parameters(Object.fromEntries(FIELDS.map((field) => [field, job[field]]))), jobId: job.id });

/** What would come of it. */
export const previewOf = (timing: Timing, signal: AbortSignal): Promise<Preview> =>
  api.get('/schedules/preview', { query: { count: SHOWN, ...timing }, signal });
