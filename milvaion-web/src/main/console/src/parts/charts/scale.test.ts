import assert from 'node:assert/strict';
import { test } from 'node:test';

Object.assign(globalThis, { localStorage: { getItem: () => null, setItem: () => undefined } });
const { roundSpan, roundStep, timeAxis, valueAxis } = await import('./scale.ts');

test('values stand between zero and a round number beyond the highest', () => {
  const axis = valueAxis(734, 100);
  assert.deepEqual(axis.ticks, [0, 200, 400, 600, 800]);
  assert.equal(axis.at(0), 100);
  assert.equal(axis.at(800), 0);
  assert.deepEqual(valueAxis(0, 100).ticks, [0, 1]);
});

test('steps are 1, 2 or 5 of a power of ten, spans those of a unit that is read', () => {
  assert.deepEqual([3, 9, 41, 9000].map((most) => roundStep(most)), [1, 5, 20, 5000]);
  assert.deepEqual([900, 9000, 150_000, 30_000_000].map((most) => roundSpan(most)), [500, 5000, 60_000, 10_800_000]);
});

test('instants are marked at round times of the zone, also where clocks change', () => {
  const from = Date.parse('2026-03-28T22:10:00Z');
  const axis = timeAxis(from, from + 86_400_000, 900, null);
  assert.ok(axis.ticks.length >= 4);
  const minutes = axis.ticks.map((tick) => new Date(tick).getMinutes());
  assert.deepEqual([...new Set(minutes)], [0]);
  assert.ok(axis.at(from) === 0 && axis.at(from + 86_400_000) === 900);
});
