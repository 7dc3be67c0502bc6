import { span } from '../../ground/clock.ts';
import type { Schemas } from '../../ground/types.ts';
import { delays, list } from './delays.ts';
import { repeats, type Form } from './form.ts';
import { frequencyOf } from './frequency.ts';
import { lengthOf } from './interval.ts';
import { s } from './words-schedule.ts';

// What follows of what stands in the form, in sentences.

/** `foretold`: by the server, in English. */
export interface Consequence { text: string; warns?: boolean; foretold?: boolean }

const whole = (typed: string): number | null => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null);

/** The shortest way from one run to the next, in ms. */
export const gapOf = (runs: readonly string[]): number | null => {
  const gaps = runs.slice(1).map((run, at) => Date.parse(run) - Date.parse(runs[at]!));
  return gaps.length === 0 ? null : Math.min(...gaps);
};

/** @param preview when it runs, if that is known */
export const consequencesOf = (form: Form, preview?: { runs: readonly string[]; consequences: readonly string[] }): Consequence[] => [
  ...often(form), ...foretold(form, preview?.consequences ?? []),
  ...overlaps(form, repeats(form) && form.schedule !== 'delay' ? gapOf(preview?.runs ?? []) : null), ...retries(form), ...disabling(form),
];

/** What the server says besides what is said here already. */
const foretold = (form: Form, sentences: readonly string[]): Consequence[] => {
  const isSaid = frequencyText(form) !== null;
  return form.schedule === 'delay' ? [] : sentences.filter((text) => !(isSaid && COUNTS.test(text))).map((text) => ({ text, foretold: true }));
};

const DAY_MS = 86_400_000;
const COUNTS = /^[\d,]+ runs (on each day|in the first)/;

const often = (form: Form): Consequence[] => {
  if (!repeats(form)) {
    return [{ text: form.schedule === 'once' ? s.oneRun : s.onTrigger }];
  }
  const frequency = frequencyText(form);
  return [...frequency === null ? [] : [{ text: frequency }], ...form.active ? [] : [{ text: s.inactive, warns: true }]];
};

const frequencyText = (form: Form): string | null => {
  const length = form.schedule === 'every' ? lengthOf(form.every) : form.schedule === 'delay' ? lengthOf(form.delay) : null;
  if (length !== null) {
    return form.schedule === 'delay' ? s.afterEach(span(length)) : DAY_MS % length === 0 ? s.perDay(DAY_MS / length) : s.perInterval(span(length));
  }
  const frequency = form.schedule === 'cron' && form.cronDialect !== 'systemd' ? frequencyOf(form.cronExpression) : null;
  return frequency === null ? null : frequency.everyDay ? s.perDay(frequency.perDay) : s.perItsDay(frequency.perDay);
};

const overlaps = (form: Form, gap: number | null): Consequence[] => {
  if (gap === null) {
    return [];
  }
  const timeout = whole(form.timeoutSeconds);
  if (timeout !== null && timeout * 1000 <= gap) {
    return [{ text: s.noOverlap(span(timeout * 1000), span(gap)) }];
  }
  const policy = form.concurrentExecutionPolicy;
  const then = policy === 'parallel' ? s.policies.parallel(form.maxConcurrent.trim()) : s.policies[policy];
  return [{ text: `${timeout === null ? s.endless(span(gap)) : s.overlap(span(timeout * 1000), span(gap))} ${then}`, warns: timeout !== null }];
};

const retries = (form: Form): Consequence[] => {
  const waits = delays(form.maxRetries, form.retryBaseSeconds);
  return waits.length === 0 ? []
    : [{ text: s.retries(list(waits), span(waits.reduce((sum, wait) => sum + wait, 0) * 1000)) }];
};

const disabling = (form: Form): Consequence[] => {
  const failures = whole(form.autoDisableAfter);
  if (failures === null) {
    return [];
  }
  const [window, again] = [whole(form.autoDisableWindowSeconds), whole(form.autoEnableAfterSeconds)];
  return [{
    text: failures === 0 ? s.neverDisabled : s.disables(failures, window === null ? '' : s.within(span(window * 1000)))
      + (again === null ? s.stays : s.again(span(again * 1000))),
  }];
};

/** What each policy makes of an hour without a start; the server says it of jobs whose schedule is stored. */
export const misfires = (outcomes: readonly Schemas['MisfireOutcome'][], chosen: Form['misfirePolicy']): (Consequence & { chosen: boolean })[] =>
  outcomes.filter((outcome) => outcome.due > 0).map((outcome) => ({ text: s.misfire(s.misfireBy[outcome.policy], outcome.runs, outcome.skipped), chosen: outcome.policy === chosen }));
