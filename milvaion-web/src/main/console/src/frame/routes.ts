import type { Icon } from '../parts/icon.ts';
import type { Permission } from '../ground/types.ts';
import { t } from './words.ts';

/** A page: an element that is loaded when its address is open; it gets the members of the path as attributes. */
export interface Route {
  /** Members are named `:id`; they become attributes of the element. */
  path: string;
  element: string;
  load: () => Promise<unknown>;
  needs?: Permission;
  /** Where it stands in the rail, with the letters of `g` and its own. */
  entry?: { group: 'work' | 'machine' | 'people'; label: string; icon: Icon; letter?: string };
}

export const routes: readonly Route[] = [
  {
    path: '/jobs', element: 'm-jobs', load: () => import('../pages/jobs/jobs.ts'), needs: 'Job.Read',
    entry: { group: 'work', label: t.jobs, icon: 'jobs', letter: 'j' },
  },
  { path: '/jobs/new', element: 'm-job-form', load: () => import('../pages/job-form/job-form.ts'), needs: 'Job.Write' },
  { path: '/jobs/:job/edit', element: 'm-job-form', load: () => import('../pages/job-form/job-form.ts'), needs: 'Job.Write' },
];
