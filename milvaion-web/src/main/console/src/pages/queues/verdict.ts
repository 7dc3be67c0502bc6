import type { Schemas } from '../../ground/types.ts';

// What holds the queues up, the decisive thing first.

type List = Schemas['QueueList'];
type Queue = List['queues'][number];

export type Verdict =
  | { kind: 'broker' }
  | { kind: 'noWorker' | 'growing' | 'slow'; queue: Queue }
  | { kind: 'fine' };

/** Runs that wait longer than this although somebody takes them are worth a word. */
const SLOW_MS = 60_000;

const longest = (queues: readonly Queue[]): Queue | undefined =>
  [...queues].sort((one, other) => (other.oldestAgeMs ?? 0) - (one.oldestAgeMs ?? 0) || (other.ready ?? 0) - (one.ready ?? 0))[0];

export const verdictOf = (list: List): Verdict => {
  if (!list.brokerAnswers) {
    return { kind: 'broker' };
  }
  const waiting = list.queues.filter((queue) => queue.kind === 'runs' && (queue.ready ?? 0) > 0);
  const deserted = longest(waiting.filter((queue) => queue.consumers === 0));
  if (deserted !== undefined) {
    return { kind: 'noWorker', queue: deserted };
  }
  const growing = longest(waiting.filter((queue) => queue.growing));
  if (growing !== undefined) {
    return { kind: 'growing', queue: growing };
  }
  const slow = longest(waiting.filter((queue) => (queue.oldestAgeMs ?? 0) > SLOW_MS));
  return slow === undefined ? { kind: 'fine' } : { kind: 'slow', queue: slow };
};
