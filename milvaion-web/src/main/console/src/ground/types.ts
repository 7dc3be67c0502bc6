import type { components } from './schema.ts';

/** What the REST interface sends and takes, from its description. */
export type Schemas = components['schemas'];

export interface Page<T> { items: T[]; nextCursor: string | null }

export type Permission =
  | 'Job.Read' | 'Job.Write' | 'Job.Trigger' | 'Job.Secrets' | 'Occurrence.Read' | 'Occurrence.Cancel'
  | 'Failure.Read' | 'Failure.Write' | 'Failure.Replay' | 'Worker.Read' | 'Worker.Drain' | 'System.Read'
  | 'System.Operate' | 'User.Read' | 'User.Write' | 'Audit.Read';
