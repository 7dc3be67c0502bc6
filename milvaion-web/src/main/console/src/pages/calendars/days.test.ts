import assert from 'node:assert/strict';
import { test } from 'node:test';

Object.assign(globalThis, { localStorage: { getItem: () => null, setItem: () => {}, removeItem: () => {} } });
const { closuresOf, later, monthLater, monthsOf, weeksOf } = await import('./days.ts');

const day = (date: string, ...reasons: string[]) => ({ date, state: reasons.length > 0 ? 'closed' as const : 'open' as const, reasons, open: [] });
const year = (n: number) => Array.from({ length: n % 4 === 0 ? 366 : 365 }, (_, at) => day(later(`${n}-01-01`, at)));

test('months have all their days, and weeks begin on Monday', () => {
  const months = monthsOf(year(2028));
  assert.deepEqual(months.map((days) => days.length), [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  const january = weeksOf(months[0]!); // 2028-01-01 is a Saturday
  assert.deepEqual(january[0]!.map((one) => one?.date.slice(8) ?? ''), ['', '', '', '', '', '01', '02']);
  assert.ok(january.every((week) => week.length === 7));
  assert.equal(weeksOf(monthsOf(year(2027))[1]!).length, 4); // February 2027 begins on a Monday
});

test('a month later is the same day, or the last', () => {
  assert.equal(monthLater('2027-01-31', 1), '2027-02-28');
  assert.equal(monthLater('2027-03-31', -1), '2027-02-28');
  assert.equal(monthLater('2027-12-15', 1), '2028-01-15');
});

test('days in a row with the same reason are one closure', () => {
  const found = closuresOf([day('2027-12-24', 'Closing'), day('2027-12-25', 'Closing'), day('2027-12-26', 'Closing', 'Boxing Day'), day('2027-12-27'), day('2027-12-28', 'Closing')]);
  assert.deepEqual(found.map(({ from, to }) => `${from} ${to}`), ['2027-12-24 2027-12-25', '2027-12-26 2027-12-26', '2027-12-28 2027-12-28']);
});
