import { span } from '../../ground/clock.ts';
import { locale } from '../../ground/language.ts';

const LONGEST_S = 3600; // unless the settings say otherwise
const SHOWN = 6;

/** Waits before retries in seconds, as the scheduler doubles them; none where the form leaves them to others. */
export const delays = (retries: string, base: string): number[] =>
  /^\d{1,3}$/.test(retries) && /^\d{1,5}$/.test(base) && Number(base) > 0
    ? Array.from({ length: Math.min(Number(retries), 100) }, (_, at) => Math.min(Number(base) * 2 ** at, LONGEST_S)) : [];

/** `5.0 s, 10 s and 20 s`. */
export const list = (seconds: readonly number[]): string => {
  const all = seconds.map((one) => span(one * 1000));
  return new Intl.ListFormat(locale).format(all.length <= SHOWN ? all : [...all.slice(0, SHOWN - 1), '…', all.at(-1)!]);
};
