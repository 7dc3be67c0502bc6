import { api } from '../../ground/api.ts';
import { can } from '../../ground/session.ts';

interface Consumer { jobType: string }

export interface Suggestions { types: readonly string[]; groups: readonly string[]; calendars: readonly string[] | undefined }

/** Types and groups that live workers know, and the calendars that there are. */
export const suggestions = async (): Promise<Suggestions> => {
  const [workers, calendars] = await Promise.all([ofWorkers(), namesOfCalendars()]);
  return { ...workers, calendars };
};

const namesOfCalendars = async (): Promise<string[] | undefined> =>
  (can('Job.Read') ? (await api.get('/calendars', { query: { limit: 200 } })).items.map((calendar) => calendar.name) : undefined);

const ofWorkers = async (): Promise<{ types: string[]; groups: string[] }> => {
  if (!can('Worker.Read')) {
    return { types: [], groups: [] };
  }
  const { items } = await api.get('/workers', { query: { limit: 200 } });
  const live = items.filter((worker) => worker.alive);
  return {
    types: [...new Set(live.flatMap((worker) => ((worker.consumers ?? []) as Consumer[]).map((consumer) => consumer.jobType)))].sort(),
    groups: [...new Set(live.flatMap((worker) => worker.workerGroup ?? []))].sort(),
  };
};
