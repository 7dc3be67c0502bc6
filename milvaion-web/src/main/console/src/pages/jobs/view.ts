import { here } from '../../ground/location.ts';
import type { QueryOf } from '../../ground/paths.ts';

// What the address says of the list.

type ListQuery = QueryOf<'/jobs', 'get'>;

/** Names in the address are those of the interface. */
export const CRITERIA = ['q', 'tag', 'jobType', 'workerGroup', 'active'] as const;
export type Criterion = typeof CRITERIA[number];
export type Criteria = Partial<Record<Criterion, string>>;

export const criteria = (): Criteria => {
  const { query } = here.value;
  return Object.fromEntries(CRITERIA.flatMap((name) => {
    const value = query.get(name);
    return value === null || value === '' || name === 'active' && value !== 'true' && value !== 'false' ? [] : [[name, value]];
  }));
};

/** Criteria as bodies take them. */
export const filterOf = (wanted: Criteria): Record<string, string | boolean> =>
  Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, name === 'active' ? value === 'true' : value]));

export const isFiltered = (): boolean => Object.keys(criteria()).length > 0;

const SORTS = /^-?(displayName|createdAt|updatedAt|nextRunAt)$/;

export const DEFAULT_SORT = 'displayName';

export const sorted = (): string => {
  const wanted = here.value.query.get('sort') ?? '';
  return SORTS.test(wanted) ? wanted : DEFAULT_SORT;
};

export const listQuery = (): ListQuery => ({ ...criteria(), sort: sorted() } as unknown as ListQuery);

/** What the list is grouped by; null shows the jobs themselves. */
export type Grouping = 'tag' | 'jobType' | 'workerGroup';

export const grouping = (): Grouping | null => {
  const by = here.value.query.get('by');
  return by === 'tag' || by === 'jobType' || by === 'workerGroup' ? by : null;
};

/** Whatever of the address asks for other rows. */
export const asked = (): string => JSON.stringify([criteria(), sorted(), grouping()]);
