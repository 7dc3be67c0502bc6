import { api } from '../../ground/api.ts';
import { Store } from '../../ground/store.ts';

/** What a filter says of a job. */
export interface KnownJob { id: string; name: string; type: string }

const asked = new Map<string, Promise<KnownJob | null>>();

/** Jobs that were looked up, by their ids. */
export const knownJobs = new Store<ReadonlyMap<string, KnownJob>>(new Map());

const learn = (...jobs: KnownJob[]): void =>
  knownJobs.set(new Map([...knownJobs.value, ...jobs.map((job) => [job.id, job] as const)]));

/** Looks a job up, once; null if there is none. */
export const jobOf = (id: string): Promise<KnownJob | null> => {
  const before = asked.get(id);
  if (before !== undefined) {
    return before;
  }
  const coming = api.get('/jobs/{id}', { path: { id } })
    .then((job) => ({ id, name: job.displayName, type: job.jobType }))
    .then((job) => { learn(job); return job; })
    .catch(() => null);
  asked.set(id, coming);
  return coming;
};

/** Jobs whose names have a part of this. */
export const jobsNamed = async (part: string, limit = 8): Promise<KnownJob[]> => {
  const { items } = await api.get('/jobs', { query: { q: part, limit } });
  const jobs = items.map((job) => ({ id: job.id, name: job.displayName, type: job.jobType }));
  learn(...jobs);
  return jobs;
};
