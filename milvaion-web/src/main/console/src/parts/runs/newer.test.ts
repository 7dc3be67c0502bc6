import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, isOlder, type Run, type Told } from './newer.ts';

const known = { id: 'r', jobId: 'j', jobName: 'Job', state: 'running', attempt: 2, startedAt: 'then', durationMs: null, progress: 40, progressText: 'step 2', stage: null } as Run;
const told = (more: Partial<Told>): Told => ({ id: 'r', jobId: 'j', jobName: 'Job', state: 'running', attempt: 2, ...more });

test('the newer attempt wins, within one the higher rank, and the same rank is newer', () => {
  assert.ok(isOlder(told({ attempt: 1, state: 'failed' }), known));
  assert.ok(isOlder(told({ state: 'queued' }), known));
  assert.ok(!isOlder(told({}), known));
  assert.ok(!isOlder(told({ state: 'unknown' }), known));
  assert.ok(isOlder(told({ state: 'unknown' }), { ...known, state: 'completed' }));
  assert.ok(!isOlder(told({ state: 'queued', attempt: 3 }), { ...known, state: 'failed' }));
});

test('what an event leaves out stays, but not what belongs to the attempt before', () => {
  assert.equal(after(known, told({ state: 'queued' })), known);
  assert.equal(after(known, told({ state: 'completed', durationMs: 5 })).startedAt, 'then');
  const next = after({ ...known, state: 'failed', endedAt: 'once', durationMs: 9 }, told({ state: 'queued', attempt: 3 }));
  assert.deepEqual([next.state, next.startedAt, next.endedAt, next.durationMs, next.progress], ['queued', null, null, null, null]);
});

test('what a run said of its progress goes with it', () => {
  assert.equal(after(known, told({ progress: 60 })).progressText, null);
  assert.equal(after(known, told({ progress: 40 })).progressText, 'step 2');
});
