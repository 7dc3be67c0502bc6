import { jobsNamed, knownJobs } from '../../parts/runs/known-jobs.ts';
import { locale } from '../../ground/language.ts';
import { stateName, STATES } from '../../parts/state.ts';
import { KEYS, termText, type Key, type Term } from './language.ts';
import { t } from './words.ts';

/** What may be put in place of the term that is written. */
export interface Completion { text: string; label: string; hint: string; whole: boolean }

const folded = (text: string): string => text.toLocaleLowerCase(locale);

const MOST = 10;

const values: Record<Key, (part: string) => Promise<{ value: string; label: string }[]>> = {
  state: async () => STATES.map((state) => ({ value: state, label: stateName(state) })),
  job: async (part) => (await jobsNamed(part)).map(({ name, type }) => ({ value: name, label: type })),
  type: async () => [...new Set([...knownJobs.value.values()].map((job) => job.type))].map((type) => ({ value: type, label: '' })),
  trigger: async () => [{ value: 'manual', label: t.manual }, { value: 'schedule', label: t.scheduled }],
  since: async () => ['15m', '1h', '24h', '7d', '30d', 'all'].map((value) => ({ value, label: t.spans[value as keyof typeof t.spans] })),
  from: async () => [],
  to: async () => [],
};

const ofKey = async (key: Key, part: string): Promise<Completion[]> =>
  (await values[key](part))
    .filter(({ value, label }) => key === 'job' || folded(`${value} ${label}`).includes(folded(part)))
    .map(({ value, label }) => ({ text: termText(key, value), label: termText(key, value), hint: label, whole: true }));

/** Keys, values and jobs by their names, whatever has been written so far. */
export const completions = async ({ key, value }: Term): Promise<Completion[]> => {
  const known = KEYS.find((one) => one === key);
  if (known !== undefined) {
    return (await ofKey(known, value)).slice(0, MOST);
  }
  if (key !== '') {
    return [];
  }
  const keys = KEYS.filter((one) => one.startsWith(folded(value)))
    .map((one): Completion => ({ text: `${one}:`, label: `${one}:`, hint: t.keys[one], whole: false }));
  const found = value === '' ? [] : [...await ofKey('state', value), ...await ofKey('job', value)];
  return [...keys, ...found].slice(0, MOST);
};
