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
  { path: '/account', element: 'm-account', load: () => import('../pages/account/account.ts') },
];
