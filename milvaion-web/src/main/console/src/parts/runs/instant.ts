import { zone } from '../../ground/preferences.ts';

const INSTANT = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

/** An instant as people write it, by the clock that is shown; null if it is none. */
export const instantOf = (text: string): string | null => {
  const local = INSTANT.test(text);
  const whole = local && text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T');
  const at = new Date(local && zone.value === 'utc' ? `${whole}Z` : whole);
  return /^\d{4}-/.test(text) && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
};
