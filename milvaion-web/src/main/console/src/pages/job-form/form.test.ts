import assert from 'node:assert/strict';
import { test } from 'node:test';

Object.assign(globalThis, { localStorage: { getItem: () => null, setItem: () => {}, removeItem: () => {} } });
const { blank, formOf, jobOf, ofKind } = await import('./form.ts');
const { changesOf, conflictsOf, merged } = await import('./changes.ts');
const { masked } = await import('./secrets.ts');

const form = (changes: object) => ({ ...blank(), displayName: 'Report', jobType: 'noop', timeZone: 'Europe/Berlin', ...changes });

const UNSAID = { cronExpression: '', every: '', delay: '', rrule: '' };

test('what is sent is what was read', () => {
  const one = form({ ...UNSAID, schedule: 'once', executeAt: '2027-10-31T02:30:00', tags: ['a, b'], secretFields: '/p', maxRetries: '2' });
  assert.deepEqual(formOf(jobOf(one)), one);
  assert.equal(jobOf(one).executeAt, '2027-10-31T00:30:00.000Z');
});

test('every kind of schedule is sent as it was read, with what bounds it', () => {
  const bounds = { startsAt: '2027-03-01T00:00:00', endsAt: '2027-11-01T02:30:00', maxRuns: '9', calendars: ['bank'], onClosed: 'nextDay', spreadSeconds: '60', jitterSeconds: '5' };
  for (const said of [
    { schedule: 'cron', cronExpression: '0 0 9 ? * 2', cronDialect: 'quartz' }, { schedule: 'every', every: 'P1D', everyClock: 'local' },
    { schedule: 'delay', delay: 'PT5M' }, { schedule: 'rrule', rrule: 'RRULE:FREQ=DAILY' },
  ]) {
    const one = form({ ...UNSAID, ...said, ...bounds });
    assert.deepEqual(formOf(jobOf(one)), one);
    assert.deepEqual(changesOf(one, { ...one, calendars: ['bank', 'plant'] }), [{ name: 'calendars', from: 'bank', to: 'bank, plant' }]);
  }
});

test('another kind begins with what is usual, and a kind keeps what was said', () => {
  const other = ofKind(form({ ...UNSAID, every: 'PT2H' }), 'every');
  assert.deepEqual([other.schedule, other.every], ['every', 'PT2H']);
  assert.equal(ofKind(form(UNSAID), 'delay').delay, 'PT5M');
  assert.match(ofKind(form(UNSAID), 'rrule').rrule, /^DTSTART:\d{8}T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO$/);
});

test('what belongs to another kind of schedule or policy is not sent', () => {
  const job = jobOf(form({ schedule: 'none', maxConcurrent: '3', cronDialect: 'unix', startsAt: '2027-01-01T00:00:00', calendars: ['bank'], onClosed: 'nextDay' }));
  assert.deepEqual([job.cronExpression, job.executeAt, job.maxConcurrent, job.every, job.rrule, job.startsAt], [null, null, null, null, null, null]);
  assert.deepEqual([job.cronDialect, job.calendars, job.onClosed], ['milvaion', [], 'skip']);
});

test('what is no number is sent for the server to name', () => {
  assert.equal(jobOf(form({ timeoutSeconds: '5m' })).timeoutSeconds, '5m');
  assert.equal(jobOf(form({ timeoutSeconds: ' 5 ' })).timeoutSeconds, 5);
});

test('changes are told as the interface understands them', () => {
  const before = form({ jobData: '{"a":1}' });
  assert.deepEqual(changesOf(before, { ...before, jobData: '{ "a" : 1 }', description: ' ' }), []);
  assert.deepEqual(changesOf(before, { ...before, displayName: 'Other' }), [{ name: 'displayName', from: 'Report', to: 'Other' }]);
});

test('of two who changed a job only what both touched is to be chosen', () => {
  const base = form({});
  const theirs = form({ displayName: 'Theirs', timeoutSeconds: '60', maxRetries: '1' });
  const mine = form({ displayName: 'Mine', description: 'Mine', maxRetries: '1' });
  const { taken, conflicts } = conflictsOf(base, theirs, mine);
  assert.deepEqual(taken.map((change) => change.name), ['timeoutSeconds']);
  assert.deepEqual(conflicts, [{ name: 'displayName', was: 'Report', theirs: 'Theirs', mine: 'Mine' }]);
  const both = merged(theirs, mine, ['timeoutSeconds', 'displayName']);
  assert.deepEqual([both.displayName, both.timeoutSeconds, both.description], ['Theirs', '60', 'Mine']);
});

test('secret values stay out of what the browser keeps', () => {
  const kept = masked(form({ secretFields: '/mail/pass~1word\n/none', jobData: '{"mail":{"pass/word":"sesame","to":"ada"},"id":1}' }));
  assert.doesNotMatch(kept.jobData, /sesame/);
  assert.match(kept.jobData, /ada/);
  assert.equal(masked(form({ secretFields: '/a', jobData: '{"a":"sesame"' })).jobData, '');
});

test('a mask is no change, another secret value is one that is not shown', () => {
  const stored = form({ secretFields: '/password', jobData: '{"password":"sesame","to":"ada"}' });
  assert.deepEqual(changesOf(stored, masked(stored)), []);
  const [change] = changesOf(stored, { ...stored, jobData: '{"password":"open","to":"ada"}' });
  assert.equal(change?.name, 'jobData');
  assert.doesNotMatch(change!.from + change!.to, /sesame|open/);
});
