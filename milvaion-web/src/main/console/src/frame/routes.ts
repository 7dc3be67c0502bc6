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
    path: '/queues', element: 'm-queues', load: () => import('../pages/queues/queues.ts'), needs: 'Worker.Read',
    entry: { group: 'machine', label: t.queues, icon: 'queues', letter: 'q' },
  },
  {
    path: '/cluster', element: 'm-cluster', load: () => import('../pages/cluster/cluster.ts'), needs: 'System.Read',
    entry: { group: 'machine', label: t.cluster, icon: 'cluster', letter: 'c' },
  },
  {
    path: '/failures', element: 'm-failures', load: () => import('../pages/failures/failures.ts'), needs: 'Failure.Read',
    entry: { group: 'work', label: t.failures, icon: 'failures', letter: 'f' },
  },
  {
    path: '/missed', element: 'm-missed', load: () => import('../pages/missed/missed.ts'), needs: 'Occurrence.Read',
    entry: { group: 'work', label: t.missed, icon: 'missed', letter: 'm' },
  },
  {
    path: '/operations', element: 'm-operations', load: () => import('../pages/operations/operations.ts'),
    entry: { group: 'work', label: t.operations, icon: 'operations' },
  },
  { path: '/operations/:id', element: 'm-operation', load: () => import('../pages/operations/operation.ts') },
  {
    path: '/dead-letters', element: 'm-dead-letters', load: () => import('../pages/dead-letters/dead-letters.ts'), needs: 'Failure.Read',
    entry: { group: 'machine', label: t.letters, icon: 'letters' },
  },
  {
    path: '/workers', element: 'm-workers', load: () => import('../pages/workers/workers.ts'), needs: 'Worker.Read',
    entry: { group: 'machine', label: t.workers, icon: 'workers', letter: 'w' },
  },
  {
    path: '/maintenance', element: 'm-maintenance', load: () => import('../pages/maintenance/maintenance.ts'), needs: 'System.Read',
    entry: { group: 'machine', label: t.maintenance, icon: 'maintenance', letter: 'm' },
  },
  {
    path: '/runs', element: 'm-runs', load: () => import('../pages/runs/runs.ts'), needs: 'Occurrence.Read',
    entry: { group: 'work', label: t.runs, icon: 'runs', letter: 'r' },
  },
];
