import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cronOf, rhythmOf, USUAL, type Rhythm } from './rhythm.ts';

const said = (expression: string) => {
  const rhythm = rhythmOf(expression);
  return rhythm && cronOf(rhythm);
};

test('what the builder makes it can read again', () => {
  const all: Partial<Rhythm>[] = [
    { kind: 'seconds', every: 1 }, { kind: 'seconds', every: 15 }, { kind: 'minutes', every: 1 }, { kind: 'minutes', every: 20 },
    { kind: 'hours', every: 6, minute: 7 }, { kind: 'hours', every: 1, minute: 0 }, { kind: 'daily', time: '00:05' },
    { kind: 'weekly', time: '23:59', days: [0, 6] }, { kind: 'weekly', time: '09:00', days: [1, 2, 3, 4, 5] },
    { kind: 'monthly', day: 'L' }, { kind: 'monthly', day: '31' }, { kind: 'monthly', day: 'LW' }, { kind: 'yearly', month: 12, day: '24' },
  ];
  for (const one of all) {
    const rhythm = { ...USUAL, ...one };
    assert.deepEqual(rhythmOf(cronOf(rhythm)!), rhythm);
  }
});

test('other spellings of the same are read, too', () => {
  assert.equal(said('@hourly'), '0 * * * *');
  assert.equal(said('0 30 9 ? * mon-fri'), '30 9 * * MON-FRI');
  assert.equal(said('0 9 * * 1,3,7'), '0 9 * * MON,WED,SUN');
  assert.equal(said('0 9 * * FRI-MON'), '0 9 * * MON,FRI,SAT,SUN');
  assert.equal(said(' 00 09 1 JAN * '), '0 9 1 1 *');
  assert.equal(said('0 0/4 * * *'), '0 */4 * * *');
});

test('what it cannot say stays an own expression', () => {
  for (const expression of ['*/45 * * * *', '0 9,17 * * *', '0 9 1 * MON', '30 0 9 * * *', '0 9 * * MON#2', '0 9 15W * *', '61 * * * *',
    '0 24 * * *', '* * * *', '', '*/15 9-17 * * *', '0 9 * * 1-2-3', '0 9 1 */2 *']) {
    assert.equal(rhythmOf(expression), null, expression);
  }
});
