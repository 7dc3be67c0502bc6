import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Run } from '../../parts/runs/newer.ts';
import { steps } from './moments.ts';

const AT = '2026-03-02T01:30:0';
const run = (more: Partial<Run>): Run => ({
  plannedAt: `${AT}0.000Z`, createdAt: `${AT}0.005Z`, publishedAt: null, startedAt: null, endedAt: null, availableAt: null, attempt: 1, stage: null, state: 'queued', ...more,
} as Run);

test('a run that has ended names how long it waited for what', () => {
  const all = steps(run({ publishedAt: `${AT}0.105Z`, startedAt: `${AT}2.205Z`, endedAt: `${AT}5.205Z`, state: 'completed' }));
  assert.deepEqual(all.map(({ moment, gap }) => [moment, gap?.why, gap?.ms]),
    [['planned', undefined, undefined], ['due', 'late', 5], ['published', 'sent', 100], ['running', 'worker', 2100], ['ended', 'ran', 3000]]);
});

test('only what comes next is waited for, and a run that was cancelled in the queue never ran', () => {
  const queued = steps(run({ publishedAt: `${AT}0.105Z` }), Date.parse(`${AT}9.105Z`));
  assert.deepEqual(queued.filter(({ gap }) => gap?.goesOn).map(({ moment, gap }) => [moment, gap?.ms]), [['running', 9000]]);
  const cancelled = steps(run({ endedAt: `${AT}3.005Z`, state: 'cancelled' }));
  assert.deepEqual(cancelled.map(({ moment }) => moment), ['planned', 'due', 'ended']);
});

test('of a later attempt the time before belongs to the others', () => {
  const again = steps(run({ attempt: 3, availableAt: `${AT}4.000Z`, publishedAt: `${AT}4.010Z` }));
  assert.deepEqual([again[1]?.gap?.why, again[1]?.gap?.ms], ['attempts', 4000]);
});
