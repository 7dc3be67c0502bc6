import { api } from '../../ground/api.ts';
import { can } from '../../ground/session.ts';

interface Consumer { jobType: string }

/** Types and groups that live workers know. */
export const suggestions = async (): Promise<{ types: string[]; groups: string[] }> => {
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
