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
    path: '/', element: 'm-overview', load: () => import('../pages/overview/overview.ts'),
    entry: { group: 'work', label: t.overview, icon: 'overview', letter: 'o' },
  },
  {
    path: '/jobs', element: 'm-jobs', load: () => import('../pages/jobs/jobs.ts'), needs: 'Job.Read',
    entry: { group: 'work', label: t.jobs, icon: 'jobs', letter: 'j' },
  },
  { path: '/jobs/new', element: 'm-job-form', load: () => import('../pages/job-form/job-form.ts'), needs: 'Job.Write' },
  { path: '/jobs/:job/edit', element: 'm-job-form', load: () => import('../pages/job-form/job-form.ts'), needs: 'Job.Write' },
  { path: '/jobs/:id', element: 'm-job', load: () => import('../pages/job/job.ts'), needs: 'Job.Read' },
  {
    path: '/runs', element: 'm-runs', load: () => import('../pages/runs/runs.ts'), needs: 'Occurrence.Read',
    entry: { group: 'work', label: t.runs, icon: 'runs', letter: 'r' },
  },
  { path: '/runs/:id', element: 'm-run', load: () => import('../pages/run/run.ts'), needs: 'Occurrence.Read' },
  {
    path: '/timeline', element: 'm-timeline', load: () => import('../pages/timeline/timeline.ts'), needs: 'Occurrence.Read',
    entry: { group: 'work', label: t.timeline, icon: 'timeline', letter: 't' },
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
    path: '/upcoming', element: 'm-upcoming', load: () => import('../pages/upcoming/upcoming.ts'), needs: 'Job.Read',
    entry: { group: 'work', label: t.upcoming, icon: 'upcoming', letter: 'u' },
  },
  {
    path: '/calendars', element: 'm-calendars', load: () => import('../pages/calendars/calendars.ts'), needs: 'Job.Read',
    entry: { group: 'work', label: t.calendars, icon: 'calendars', letter: 'a' },
  },
  { path: '/calendars/:calendar/edit', element: 'm-calendar-form', load: () => import('../pages/calendars/calendar-form.ts'), needs: 'Job.Write' },
  { path: '/calendars/:name', element: 'm-calendar', load: () => import('../pages/calendars/calendar.ts'), needs: 'Job.Read' },
  {
    path: '/operations', element: 'm-operations', load: () => import('../pages/operations/operations.ts'),
    entry: { group: 'work', label: t.operations, icon: 'operations' },
  },
  {
    path: '/imports', element: 'm-imports', load: () => import('../pages/imports/imports.ts'), needs: 'Job.Write',
    entry: { group: 'work', label: t.imports, icon: 'download' },
  },
  { path: '/operations/:id', element: 'm-operation', load: () => import('../pages/operations/operation.ts') },
  {
    path: '/workers', element: 'm-workers', load: () => import('../pages/workers/workers.ts'), needs: 'Worker.Read',
    entry: { group: 'machine', label: t.workers, icon: 'workers', letter: 'w' },
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
    path: '/maintenance', element: 'm-maintenance', load: () => import('../pages/maintenance/maintenance.ts'), needs: 'System.Read',
    entry: { group: 'machine', label: t.maintenance, icon: 'maintenance' },
  },
  {
    path: '/dead-letters', element: 'm-dead-letters', load: () => import('../pages/dead-letters/dead-letters.ts'), needs: 'Failure.Read',
    entry: { group: 'machine', label: t.letters, icon: 'letters' },
  },
  {
    path: '/users', element: 'm-users', load: () => import('../pages/users/users.ts'), needs: 'User.Read',
    entry: { group: 'people', label: t.users, icon: 'users' },
  },
  { path: '/users/:userId', element: 'm-user', load: () => import('../pages/users/user.ts'), needs: 'User.Read' },
  {
    path: '/roles', element: 'm-roles', load: () => import('../pages/roles/roles.ts'), needs: 'User.Read',
    entry: { group: 'people', label: t.roles, icon: 'roles' },
  },
  {
    path: '/api-keys', element: 'm-all-keys', load: () => import('../pages/keys/keys.ts'), needs: 'User.Read',
    entry: { group: 'people', label: t.keys, icon: 'keys' },
  },
  {
    path: '/audit', element: 'm-audit', load: () => import('../pages/audit/audit.ts'), needs: 'Audit.Read',
    entry: { group: 'people', label: t.audit, icon: 'audit' },
  },
  { path: '/audit/:entry', element: 'm-audit-entry', load: () => import('../pages/audit/entry.ts'), needs: 'Audit.Read' },
  {
    path: '/settings', element: 'm-settings', load: () => import('../pages/settings/settings.ts'),
    entry: { group: 'people', label: t.settings, icon: 'settings' },
  },
  { path: '/account', element: 'm-account', load: () => import('../pages/account/account.ts') },
];
