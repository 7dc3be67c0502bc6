import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictOf } from '../src/pages/queues/verdict.ts';

const queue = (more) => ({
  name: 'jobs.noop.wildcard', kind: 'runs', jobType: 'noop', workerGroup: null, ready: 0, consumers: 1, publishedPerSecond: 0,
  startedPerSecond: 0, open: null, oldestAgeMs: null, growing: false, ...more,
});

const kindOf = (...queues) =>
  verdictOf({ at: '', brokerAnswers: true, openRuns: 0, deadLetters: 0, queues: queues.map(queue) }).kind;

test('a broker that does not answer comes before everything', () => {
  const list = { at: '', brokerAnswers: false, openRuns: 0, deadLetters: 0, queues: [queue({ ready: 5, consumers: 0 })] };
  assert.equal(verdictOf(list).kind, 'broker');
});

test('runs that nobody takes come before those that are taken too slowly', () => {
  assert.equal(kindOf({ ready: 9, growing: true }, { ready: 1, consumers: 0 }), 'noWorker');
  assert.equal(kindOf({ ready: 9, growing: true }, { ready: 1, oldestAgeMs: 90_000 }), 'growing');
  assert.equal(kindOf({ ready: 1, oldestAgeMs: 90_000 }), 'slow');
});

test('of several the one is named that waits longest', () => {
  const found = verdictOf({
    at: '', brokerAnswers: true, openRuns: 0, deadLetters: 0,
    queues: [queue({ name: 'one', ready: 900, consumers: 0, oldestAgeMs: 5 }), queue({ name: 'other', ready: 1, consumers: 0, oldestAgeMs: 50 })],
  });
  assert.equal(found.kind === 'noWorker' && found.queue.name, 'other');
});

test('messages of runs that were cancelled hold nothing up', () => {
  assert.equal(kindOf({ ready: 3, consumers: 0, open: { waiting: 0, running: 0, held: 0, backoff: 0, oldestWaitingSince: null } }), 'fine');
});

test('a queue without workers holds nothing up while nothing is in it, and one of reports never', () => {
  assert.equal(kindOf({ consumers: 0 }, { kind: 'reports', ready: 90, consumers: 0 }, { ready: 3, oldestAgeMs: 400 }), 'fine');
});
