import { instantOf } from '../../parts/runs/instant.ts';
import { STATES } from '../../parts/state.ts';
import { spanMs, type Criteria } from './criteria.ts';

// The filter as one line: `state:failed job:"Daily report" type:sendemail trigger:manual since:24h`.

export const KEYS = ['state', 'job', 'type', 'trigger', 'since', 'from', 'to'] as const;
export type Key = typeof KEYS[number];

/** A part of the line, with the place where it stands. */
export interface Term { key: string; value: string; start: number; end: number }

/** What is wrong with a term. */
export interface Wrong { term: string; why: 'key' | 'value' }

const TERM = /(?:([\p{L}]+):)?(?:"([^"]*)"?|([^\s"]+)|(?<=:))/gu;

export const terms = (line: string): Term[] => [...line.matchAll(TERM)]
  .filter((match) => match[0] !== '')
  .map((match) => ({
    key: (match[1] ?? '').toLowerCase(), value: match[2] ?? match[3] ?? '', start: match.index, end: match.index + match[0].length,
  }));

const quoted = (value: string): string => (/[\s":]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** Says criteria as a line; a job by its name, where that is known. */
export const lineOf = (criteria: Criteria, nameOf: (id: string) => string | undefined): string => {
  const { state, jobId, jobType, manual, since, from, to } = criteria;
  const parts: [Key, string | undefined][] = [
    ['state', state], ['job', jobId === undefined ? undefined : nameOf(jobId) ?? jobId], ['type', jobType],
    ['trigger', manual === undefined ? undefined : manual ? 'manual' : 'schedule'], ['since', since], ['from', from], ['to', to],
  ];
  return parts.filter(([, value]) => value !== undefined).map(([key, value]) => `${key}:${quoted(value!)}`).join(' ');
};

const reading: Record<Exclude<Key, 'job'>, (value: string) => Criteria | null> = {
  state: (value) => {
    const state = STATES.find((one) => one.toLowerCase() === value.toLowerCase().replace(/[\s_-]/g, ''));
    return state === undefined ? null : { state } as Criteria;
  },
  type: (value) => ({ jobType: value }),
  trigger: (value) => (value === 'manual' ? { manual: true } : value === 'schedule' ? { manual: false } : null),
  since: (value) => (value === 'all' ? {} : spanMs(value) === null ? null : { since: value }),
  from: (value) => { const from = instantOf(value); return from === null ? null : { from }; },
  to: (value) => { const to = instantOf(value); return to === null ? null : { to }; },
};

/** Reads a line. A job is looked up by its name, which is why this takes its time. */
export const read = async (line: string, idOf: (name: string) => Promise<string | null>): Promise<{ criteria: Criteria; wrong: Wrong[] }> => {
  const criteria: Criteria = {};
  const wrong: Wrong[] = [];
  for (const { key, value, start, end } of terms(line)) {
    const term = line.slice(start, end);
    if (key === 'job') {
      const jobId = value === '' ? null : await idOf(value);
      if (jobId === null) {
        wrong.push({ term, why: 'value' });
      } else {
        criteria.jobId = jobId;
      }
      continue;
    }
    const known = reading[key as Exclude<Key, 'job'>];
    const found = value === '' ? null : known?.(value) ?? null;
    if (found === null) {
      wrong.push({ term, why: known === undefined ? 'key' : 'value' });
    } else {
      Object.assign(criteria, found);
    }
  }
  return { criteria, wrong };
};

/** The term that the caret is in, or an empty one where it stands. */
export const termAt = (line: string, caret: number): Term =>
  terms(line).find((term) => term.start <= caret && caret <= term.end) ?? { key: '', value: '', start: caret, end: caret };

export const termText = (key: Key, value: string): string => `${key}:${quoted(value)}`;
