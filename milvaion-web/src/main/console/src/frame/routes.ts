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
  {
    path: '/runs', element: 'm-runs', load: () => import('../pages/runs/runs.ts'), needs: 'Occurrence.Read',
    entry: { group: 'work', label: t.runs, icon: 'runs', letter: 'r' },
  },
  { path: '/runs/:id', element: 'm-run', load: () => import('../pages/run/run.ts'), needs: 'Occurrence.Read' },
];
