import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Run } from '../../parts/runs/newer.ts';
import { density, lanesOf } from './lanes.ts';
import { moved, ticks, zoomed } from './range.ts';

const at = (s: number) => new Date(s * 1000).toISOString();
const run = (id: string, planned: number, started: number | null, ended: number | null, more: Partial<Run> = {}): Run => ({
  id, jobId: 'j', jobName: 'Job', plannedAt: at(planned), startedAt: started === null ? null : at(started), endedAt: ended === null ? null : at(ended),
  state: 'completed', workerInstance: null, workerGroup: null, ...more,
} as Run);
const compare = (a: string, b: string) => a.localeCompare(b);
const RANGE = { from: 0, to: 100_000 };

test('bars that overlap lie in rows of their own, others share one', () => {
  const [lane] = lanesOf([run('a', 0, 1, 10), run('b', 5, 6, 20), run('c', 12, 12, 15)], 'job', RANGE, 0, 100_000, compare);
  assert.deepEqual(lane!.bars.map((bar) => [bar.run.id, bar.row]), [['a', 0], ['b', 1], ['c', 0]]);
  assert.equal(lane!.rows, 2);
});

test('a run that goes on lasts until now, and one that waits has no bar yet', () => {
  const [lane] = lanesOf([run('a', 10, 12, null, { state: 'running' }), run('b', 20, null, null, { state: 'queued' })], 'job', RANGE, 0, 50_000, compare);
  assert.deepEqual(lane!.bars.map(({ planned, begin, end }) => [planned, begin, end]), [[10_000, 12_000, 50_000], [20_000, 50_000, 50_000]]);
});

test('lanes are by worker, too, and leave out what is not in the range', () => {
  const lanes = lanesOf([run('a', 1, 1, 2, { workerInstance: 'w2' }), run('b', 1, 1, 2, { workerInstance: 'w1' }), run('c', 200, 200, 201, { workerInstance: 'w3' })], 'worker', RANGE, 0, 0, compare);
  assert.deepEqual(lanes.map((lane) => lane.name), ['w1', 'w2']);
  assert.deepEqual(density(lanes[0]!.bars, RANGE, 2), [{ count: 1, bad: 0 }, { count: 0, bad: 0 }]);
});

test('what is under the pointer stays while one zooms, and ticks are round', () => {
  const near = zoomed({ from: 0, to: 100_000 }, 0.5, 20_000);
  assert.deepEqual(near, { from: 10_000, to: 60_000 });
  assert.deepEqual(moved(near, -0.5), { from: -15_000, to: 35_000 });
  assert.deepEqual(zoomed({ from: 0, to: 1500 }, 0.1), { from: 250, to: 1250 });
  assert.deepEqual(ticks({ from: 1000, to: 31_000 }, 3), [10_000, 20_000, 30_000].filter((tick) => tick % 10_000 === 0));
});
