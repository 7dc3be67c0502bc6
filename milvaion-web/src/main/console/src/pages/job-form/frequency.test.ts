import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frequencyOf } from './frequency.ts';

test('runs of a day are counted', () => {
  const perDay = (expression: string) => frequencyOf(expression)?.perDay;
  assert.equal(perDay('* * * * * *'), 86_400);
  assert.equal(perDay('*/15 9-17 * * *'), 36);
  assert.equal(perDay('0 22-2 * * *'), 5);
  assert.equal(perDay('5/20,10 0,12 * * MON'), 8);
  assert.equal(perDay('*/45 * * * *'), 48);
  assert.equal(perDay('@hourly'), 24);
});

test('whether that is so every day is told', () => {
  assert.equal(frequencyOf('0 9 ? * *')!.everyDay, true);
  assert.equal(frequencyOf('0 9 1 * *')!.everyDay, false);
  assert.equal(frequencyOf('@weekly')!.everyDay, false);
});

test('what is no expression is not counted', () => {
  for (const expression of ['', '* * *', 'a * * * *', '@never', '1.5 * * * *']) {
    assert.equal(frequencyOf(expression), null, expression);
  }
});
