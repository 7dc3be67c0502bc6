import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeAfter, instantOf, isKnown, localOf, offsetAt } from './zone.ts';

test('an instant is what clocks of the zone show', () => {
  assert.equal(localOf('2027-07-01T22:30:00Z', 'Europe/Istanbul'), '2027-07-02T01:30:00');
  assert.equal(instantOf('2027-07-02T01:30', 'Europe/Istanbul'), '2027-07-01T22:30:00.000Z');
  assert.equal(instantOf('2027-01-01T00:00:05', 'America/St_Johns'), '2027-01-01T03:30:05.000Z');
  assert.equal(instantOf('soon', 'UTC'), null);
});

test('what comes twice is the first, what is left out is an hour later', () => {
  assert.equal(instantOf('2027-10-31T02:30', 'Europe/Berlin'), '2027-10-31T00:30:00.000Z');
  assert.equal(localOf(instantOf('2027-03-28T02:30', 'Europe/Berlin')!, 'Europe/Berlin'), '2027-03-28T03:30:00');
});

test('the next change of clocks is found to the minute, or that there is none', () => {
  assert.equal(new Date(changeAfter(Date.parse('2027-01-01T00:00:00Z'), 'Europe/Berlin')!).toISOString(), '2027-03-28T01:00:00.000Z');
  assert.equal(new Date(changeAfter(Date.parse('2027-01-01T00:00:00Z'), 'Australia/Lord_Howe')!).toISOString(), '2027-04-03T15:00:00.000Z');
  assert.equal(changeAfter(Date.parse('2027-01-01T00:00:00Z'), 'Europe/Istanbul'), null);
});

test('offsets are written out, and unknown zones are no error', () => {
  assert.equal(offsetAt('2027-01-01T00:00:00Z', 'Asia/Kathmandu'), '+05:45');
  assert.equal(offsetAt('2027-01-01T00:00:00Z', 'America/St_Johns'), '−03:30');
  assert.equal(isKnown('Mars/Olympus'), false);
});
