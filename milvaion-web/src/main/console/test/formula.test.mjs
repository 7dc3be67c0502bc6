import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rateToEmpty, secondsToEmpty, slotsFor, throughput, workersFor } from '../src/pages/queues/formula.ts';

test("the guide's example: 3 workers of 10 slots and 2 s make 15 runs a second", () => {
  assert.equal(throughput({ workers: 3, slots: 10, seconds: 2 }), 15);
});

test('a target is reached by whole workers or slots, and never by none', () => {
  assert.equal(workersFor(50, 20, 2), 5);
  assert.equal(workersFor(50.1, 20, 2), 6);
  assert.equal(slotsFor(15.1, 3, 2), 11);
  assert.equal(workersFor(0.001, 20, 0.1), 1);
  assert.equal(slotsFor(100, 1, 0.07), 7, 'no rounding up of 7.000000000000001');
});

test('a queue is emptied beside what comes', () => {
  assert.equal(rateToEmpty(600, 3, 10), 4);
  assert.equal(secondsToEmpty(100, 5, 15), 10);
  assert.equal(secondsToEmpty(100, 15, 15), null);
});
