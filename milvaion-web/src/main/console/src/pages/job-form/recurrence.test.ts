import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, recurrenceOf, usual, type Recurrence } from './recurrence.ts';

const of = (changes: Partial<Recurrence>): string => linesOf({ ...usual(), start: '2027-01-06', ...changes }); // a Wednesday

test('the start is moved to the first day that fits: it would be a run of its own', () => {
  assert.equal(of({ every: 2, days: [4, 1] }), 'DTSTART:20270107T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH');
  assert.equal(of({ pace: 'monthly', day: '-1', time: '23:30' }), 'DTSTART:20270131T233000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1');
  assert.equal(of({ pace: 'monthly', day: '31', start: '2027-02-01' }), 'DTSTART:20270331T090000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31');
  assert.equal(of({ pace: 'monthlyBy', which: '-1', weekday: 5 }), 'DTSTART:20270129T090000\nRRULE:FREQ=MONTHLY;BYDAY=-1FR');
  assert.equal(of({ pace: 'monthlyBy', which: '1', weekday: 3 }), 'DTSTART:20270106T090000\nRRULE:FREQ=MONTHLY;BYDAY=1WE');
  assert.equal(of({ pace: 'yearly', every: 4 }), 'DTSTART:20270106T090000\nRRULE:FREQ=YEARLY;INTERVAL=4');
});

test('what the builder has written it can read', () => {
  for (const lines of [of({ every: 2, days: [0, 1, 6] }), of({ pace: 'daily', every: 3 }), of({ pace: 'monthly', day: '29' }), of({ pace: 'monthlyBy', which: '4', weekday: 0 }), of({ pace: 'yearly' })]) {
    const read = recurrenceOf(lines);
    assert.ok(read, lines);
    assert.equal(linesOf(read), lines);
  }
});

test('what it cannot say it does not show as something else', () => {
  for (const lines of [
    '', 'RRULE:FREQ=DAILY', 'DTSTART:20270106T090000Z\nRRULE:FREQ=DAILY', 'DTSTART;TZID=Europe/Berlin:20270106T090000\nRRULE:FREQ=DAILY',
    'DTSTART:20270106T090000\nRRULE:FREQ=DAILY;COUNT=3', 'DTSTART:20270106T090000\nRRULE:FREQ=DAILY\nEXDATE:20270107T090000',
    'DTSTART:20270106T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO', 'DTSTART:20270106T090000\nRRULE:FREQ=MONTHLY;BYDAY=MO', 'DTSTART:20270106T090000\nRRULE:FREQ=WEEKLY;BYDAY=XX',
  ]) {
    assert.equal(recurrenceOf(lines), null, lines);
  }
});
