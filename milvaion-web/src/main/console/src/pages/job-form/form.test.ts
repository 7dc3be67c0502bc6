import assert from 'node:assert/strict';
import { test } from 'node:test';

Object.assign(globalThis, { localStorage: { getItem: () => null, setItem: () => {}, removeItem: () => {} } });
const { blank, formOf, jobOf } = await import('./form.ts');
const { changesOf, conflictsOf, merged } = await import('./changes.ts');
const { masked } = await import('./secrets.ts');

const form = (changes: object) => ({ ...blank(), displayName: 'Report', jobType: 'noop', timeZone: 'Europe/Berlin', ...changes });

test('what is sent is what was read', () => {
  const one = form({ schedule: 'once', cronExpression: '', executeAt: '2027-10-31T02:30:00', tags: ['a, b'], secretFields: '/p', maxRetries: '2' });
  assert.deepEqual(formOf(jobOf(one)), one);
  assert.equal(jobOf(one).executeAt, '2027-10-31T00:30:00.000Z');
});

test('what belongs to another kind of schedule or policy is not sent', () => {
  const job = jobOf(form({ schedule: 'none', maxConcurrent: '3' }));
  assert.deepEqual([job.cronExpression, job.executeAt, job.maxConcurrent], [null, null, null]);
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
