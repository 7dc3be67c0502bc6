import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLANK, formOf, ruleOf, type Rule } from './rules.ts';

test('every rule is sent as it was read', () => {
  const rules: Rule[] = [
    { kind: 'weekdays', name: 'Weekend', days: ['saturday', 'sunday'] }, { kind: 'dates', dates: ['2027-05-14', '2027-12-24'] },
    { kind: 'range', name: 'Closing', from: '12-24', to: '01-06' }, { kind: 'times', from: '22:00', to: '06:00', days: ['friday'] },
    { kind: 'times', from: '22:00', to: '06:00' }, { kind: 'ical' }, { kind: 'calendar', calendar: 'bank', when: 'closed' },
    { kind: 'holidays', country: 'JP', added: { '2026-02-23': "Emperor's Birthday" }, removed: ['2026-12-23'] },
    { kind: 'holidays', country: 'DE', region: 'be' },
  ];
  assert.deepEqual(rules.map((rule) => ruleOf(formOf(rule))), rules);
});

test('what belongs to another kind is not sent', () => {
  assert.deepEqual(ruleOf({ ...BLANK, kind: 'ical', days: ['monday'], from: '22:00', country: 'DE', added: '2027-01-01 x' }), { kind: 'ical' });
});

test('lines may have blanks around them, names blanks within', () => {
  assert.deepEqual(ruleOf({ ...BLANK, kind: 'dates', dates: ' 2027-05-14\n\n2027-05-15 ' }).dates, ['2027-05-14', '2027-05-15']);
  assert.deepEqual(ruleOf({ ...BLANK, kind: 'holidays', country: 'DE', added: '2027-05-14  Day of the  firm' }).added, { '2027-05-14': 'Day of the firm' });
});
