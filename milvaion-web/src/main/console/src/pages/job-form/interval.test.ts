import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intervalOf, isoOf, lengthOf } from './interval.ts';

test('spans are read, and written as they were', () => {
  for (const iso of ['PT1S', 'PT90S', 'PT15M', 'PT36H', 'P1D', 'P2W']) {
    assert.equal(isoOf(intervalOf(iso)!), iso);
  }
  assert.deepEqual(intervalOf('PT24H'), { n: 24, unit: 'hours' });
  assert.deepEqual(intervalOf('P1DT12H'), { n: 36, unit: 'hours' });
  assert.equal(lengthOf('pt1h30m'), 5_400_000);
});

test('what is none is not read', () => {
  for (const iso of ['', 'P', 'PT', '15m', 'P1M', 'P1Y', 'PT0S', '-PT1S', 'P1W1D']) {
    assert.equal(lengthOf(iso), null, iso);
  }
  assert.equal(intervalOf('PT1.5S'), null);
});
