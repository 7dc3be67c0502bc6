import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grown, Rows, type Line } from './lines.ts';

const of = (attempt: number, lastLine: number, firstError: number | null = null) =>
  ({ attempt, lines: lastLine, lastLine, firstError, errors: firstError === null ? 0 : 1, warnings: 0 });

test('each row is a line of an attempt, there and back', () => {
  const rows = new Rows([of(0, 2), of(1, 3, 2), of(3, 1)]);
  assert.equal(rows.count, 6);
  for (let row = 0; row < rows.count; row++) {
    const { attempt, seq } = rows.place(row);
    assert.equal(rows.row(attempt, seq), row);
  }
  assert.deepEqual(rows.place(5), { attempt: 3, seq: 1 });
  assert.equal(rows.row(1, 99), 4);
  assert.equal(rows.row(2, 1), -1);
});

test('the first error is the one of the last attempt that has any', () => {
  assert.deepEqual(new Rows([of(1, 9, 4), of(2, 9, 7), of(3, 2)]).firstError(), { attempt: 2, seq: 7 });
  assert.equal(new Rows([]).firstError(), null);
});

test('lines that come make a log longer, and once', () => {
  const line = (attempt: number, seq: number, level: Line['level'] = 'info'): Line => ({ attempt, seq, at: '', level, message: '' });
  const next = grown([of(1, 2)], [line(1, 2), line(1, 3, 'error'), line(2, 1, 'warn')]);
  assert.deepEqual(next.map((one) => [one.attempt, one.lines, one.lastLine, one.firstError, one.warnings]), [[1, 3, 3, 3, 0], [2, 1, 1, null, 1]]);
});
