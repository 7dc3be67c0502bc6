import { STATES, type State } from '../../parts/state.ts';

/** Which runs are shown: the criteria of the list, and a beginning that moves along with now. */
export interface Criteria {
  state?: Exclude<State, 'waiting'>;
  jobId?: string;
  jobType?: string;
  manual?: boolean;
  /** `24h`: planned so long ago at most. */
  since?: string;
  from?: string;
  to?: string;
}

export const NAMES = ['state', 'jobId', 'jobType', 'manual', 'since', 'from', 'to'] as const;

/** What is shown when nobody says anything about time; `all` takes it away. */
export const DEFAULT_SINCE = '24h';

const SPAN = /^(\d{1,5})(m|h|d)$/;
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `24h` in ms; null if it is no span of time. */
export const spanMs = (text: string): number | null => {
  const match = SPAN.exec(text);
  return match === null ? null : Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
};

/** What an address says. */
export const criteriaOf = (query: URLSearchParams): Criteria => {
  const given = (name: string): string | undefined => query.get(name) ?? undefined;
  const state = STATES.find((one) => one === given('state')) as Criteria['state'];
  const absolute = query.has('from') || query.has('to');
  const since = given('since') ?? (absolute ? 'all' : DEFAULT_SINCE);
  const criteria = {
    state, jobId: given('jobId'), jobType: given('jobType'), from: given('from'), to: given('to'),
    manual: query.has('manual') ? given('manual') === 'true' : undefined,
    since: spanMs(since) === null ? undefined : since,
  };
  return Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== undefined)) as Criteria;
};

/** What the address says for these; the members that are not meant are null. */
export const addressOf = (criteria: Criteria): Record<string, string | null> => ({
  ...Object.fromEntries(NAMES.map((name) => [name, criteria[name] === undefined ? null : String(criteria[name])])),
  since: criteria.since === DEFAULT_SINCE ? null
    : criteria.since ?? (criteria.from === undefined && criteria.to === undefined ? 'all' : null),
});

export const without = (criteria: Criteria, name: keyof Criteria): Criteria => {
  const rest = { ...criteria };
  delete rest[name];
  return rest;
};

/** What the list is asked for. */
export const asked = ({ since, ...rest }: Criteria, now = Date.now()): Omit<Criteria, 'since'> => {
  const ms = since === undefined ? null : spanMs(since);
  return ms === null ? rest : { ...rest, from: rest.from ?? new Date(now - ms).toISOString() };
};
