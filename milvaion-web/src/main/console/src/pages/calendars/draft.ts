import { api, type BodyOf, type Tagged } from '../../ground/api.ts';
import { Failed } from '../../ground/problem.ts';
import type { Schemas } from '../../ground/types.ts';
import { BLANK, formOf, ruleOf, type RuleForm } from './rules.ts';
import type { Known } from './rule-fields.ts';

export type List = 'include' | 'exclude';
export type Body = BodyOf<'/calendars/{name}', 'put'>;

/** What stands in the fields of a calendar. */
export interface Draft { description: string; timeZone: string; include: RuleForm[]; exclude: RuleForm[]; icalUrl: string }

/** What its form begins with. */
export interface Opened { draft: Draft; etag: string | null; known: Known; isNew: boolean }

const draftOf = (is: Schemas['Calendar']): Draft => ({
  description: is.description ?? '', timeZone: is.timeZone ?? '', include: is.include.map(formOf), exclude: is.exclude.map(formOf), icalUrl: is.icalUrl ?? '',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const bodyOf = (draft: Draft): Body => ({
  description: orNull(draft.description), timeZone: orNull(draft.timeZone), icalUrl: orNull(draft.icalUrl),
  include: draft.include.map(ruleOf), exclude: draft.exclude.map(ruleOf),
});

/** What many begin with. */
export const STARTS = {
  work: (): Draft => ({ ...empty(), exclude: [{ ...BLANK, days: ['saturday', 'sunday'] }] }),
  holidays: (): Draft => ({ ...empty(), exclude: [{ ...BLANK, days: ['saturday', 'sunday'] }, { ...BLANK, kind: 'holidays' }] }),
  night: (): Draft => ({ ...empty(), exclude: [{ ...BLANK, kind: 'times', from: '22:00', to: '06:00' }] }),
};

const empty = (): Draft => ({ description: '', timeZone: '', include: [], exclude: [], icalUrl: '' });

/** Of none the server is not asked where it is known that there is none. */
const read = async (name: string, known: { items: readonly { name: string }[]; nextCursor: string | null }, signal: AbortSignal): Promise<Tagged<Schemas['Calendar']> | null> => {
  if (known.nextCursor === null && known.items.every((one) => one.name !== name)) {
    return null;
  }
  try {
    return await api.tagged('/calendars/{name}', { path: { name }, signal });
  } catch (reason) {
    if (reason instanceof Failed && reason.status === 404) {
      return null;
    }
    throw reason;
  }
};

export const opened = async (name: string, signal: AbortSignal): Promise<Opened> => {
  const [countries, calendars] = await Promise.all([
    api.get('/holidays', { query: { limit: 200 }, signal }), api.get('/calendars', { query: { limit: 200 }, signal }),
  ]);
  const found = await read(name, calendars, signal);
  const known = { countries: countries.items, calendars: calendars.items.map((one) => one.name).filter((one) => one !== name) };
  return { draft: found === null ? empty() : draftOf(found.data), etag: found?.etag ?? null, known, isNew: found === null };
};
