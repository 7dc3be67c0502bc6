import { here } from '../../ground/location.ts';
import type { Chip } from '../../parts/chips.ts';
import { t } from './words.ts';

/** What the address limits the list to; runs that are dealt with are left out unless it says `resolved=all`. */
export interface Criteria {
  q?: string;
  jobId?: string;
  group?: string;
  cause?: string;
  resolved?: boolean;
}

export const criteria = (): Criteria => {
  const { query } = here.value;
  const text = (name: string): Record<string, string> => (query.get(name) ? { [name]: query.get(name)! } : {});
  return { ...text('q'), ...text('jobId'), ...text('group'), ...text('cause'), ...query.get('resolved') === 'all' ? {} : { resolved: false } };
};

/** Only members that were chosen: the list is limited by itself to what is not dealt with. */
export const isChosen = (): boolean => ['q', 'jobId', 'group', 'cause'].some((name) => here.value.query.has(name));

export const chipsOf = (now: Criteria): Chip[] => [
  ...now.resolved === false ? [{ label: t.onlyOpen, names: ['resolved'], value: 'all' }] : [],
  ...now.q ? [{ label: t.searchChip(now.q), names: ['q'] }] : [],
  ...now.jobId ? [{ label: t.jobChip(here.value.query.get('job') ?? now.jobId), names: ['jobId', 'job'] }] : [],
  ...now.group ? [{ label: t.groupChip(here.value.query.get('error') ?? now.group.slice(0, 8)), names: ['group', 'error'] }] : [],
  ...now.cause ? [{ label: t.causeChip(t.causes[now.cause] ?? now.cause), names: ['cause'] }] : [],
];
