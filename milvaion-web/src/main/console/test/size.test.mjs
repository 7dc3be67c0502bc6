import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latency, size } from '../src/pages/cluster/size.ts';

test('sizes have three digits and the unit that fits', () => {
  assert.deepEqual([0, 512, 1024, 1_572_864, 128_849_018_880].map(size), ['0 B', '512 B', '1 KB', '1.5 MB', '120 GB']);
});

test('latencies are read in microseconds until they are slow', () => {
  assert.deepEqual([310, 1000, 1420, 25_000].map(latency), ['310 µs', '1 ms', '1.42 ms', '25 ms']);
});
