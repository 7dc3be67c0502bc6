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

/** Runs that wait: messages of runs that were cancelled since stay in a queue that nobody consumes. */
export const waitingIn = (queue: Queue): number => queue.open?.waiting ?? queue.ready ?? 0;

const longest = (queues: readonly Queue[]): Queue | undefined =>
  [...queues].sort((one, other) => (other.oldestAgeMs ?? 0) - (one.oldestAgeMs ?? 0) || waitingIn(other) - waitingIn(one))[0];

export const verdictOf = (list: List): Verdict => {
  if (!list.brokerAnswers) {
    return { kind: 'broker' };
  }
  const waiting = list.queues.filter((queue) => queue.kind === 'runs' && waitingIn(queue) > 0);
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
