import { href } from '../../ground/location.ts';
import { api } from '../../ground/api.ts';
import { ask } from '../../parts/dialog.ts';
import { done } from '../../parts/toast.ts';
import { operate } from '../../parts/operation/operate.ts';
import { t as shared } from '../../parts/operation/words.ts';
import type { Criteria } from './criteria.ts';
import { t } from './words.ts';

// What is done to all failed runs that some criteria mean, or to those that are ticked.

export const replayAll = (filter: Criteria): Promise<boolean> => operate({
  operation: { target: 'failedOccurrences', action: 'replay' }, filter: { ...filter },
  title: t.replayTitle, consequence: t.replayConsequence, verb: t.replayMany,
});

export const resolveAll = (filter: Criteria): Promise<boolean> => operate({
  operation: { target: 'failedOccurrences', action: 'resolve' }, filter: { ...filter },
  title: t.resolveTitle, consequence: t.resolveConsequence, verb: t.resolveMany,
});

export const deleteAll = (filter: Criteria): Promise<boolean> => operate({
  operation: { target: 'failedOccurrences', action: 'delete' }, filter: { ...filter },
  title: t.deleteTitle, consequence: t.deleteConsequence, verb: t.deleteMany, danger: true,
});

/** A replay of runs by their ids is an operation, too. */
export const replayTicked = (ids: readonly string[]): Promise<boolean> => ask({
  title: t.replayTitle, consequence: t.replayConsequence, verb: t.replayMany(ids.length), reason: true,
  run: async (answers) => {
    const begun = await api.post('/replays', { body: { occurrenceIds: [...ids], note: String(answers.get('reason')) } });
    done(shared.begun(begun.total), { link: { href: href(`/operations/${begun.id}`), text: shared.watch } });
  },
});
