import assert from 'node:assert/strict';
import { test } from 'node:test';

Object.assign(globalThis, { localStorage: { getItem: () => null, setItem: () => {}, removeItem: () => {} } });
const { blank } = await import('./form.ts');
const { consequencesOf, gapOf } = await import('./consequences.ts');
const { delays } = await import('./delays.ts');

const said = (changes: object, runs: string[] = [], consequences: string[] = []) =>
  consequencesOf({ ...blank(), ...changes }, { runs, consequences }).map(({ text, warns }) => (warns ? `! ${text}` : text)).join('\n');

const MINUTELY = ['2027-01-01T00:00:00Z', '2027-01-01T00:01:00Z', '2027-01-01T00:02:00Z'];

test('how often it runs is said', () => {
  assert.match(said({ cronExpression: '* * * * * *' }), /86,400 runs a day/);
  assert.match(said({ cronExpression: '0 9,17 * * MON-FRI' }), /./);
  assert.match(said({ schedule: 'none' }), /trigger/);
  assert.match(said({ schedule: 'every', every: 'PT15M' }), /96 runs a day/);
  assert.match(said({ schedule: 'every', every: 'P2D' }), /One run every 2 d/);
  assert.match(said({ schedule: 'delay', delay: 'PT5M' }), /5 m 00 s after the one before has ended: they never overlap/);
  assert.doesNotMatch(said({ cronDialect: 'systemd', cronExpression: '09:00' }), /a day/);
  assert.match(said({ active: false }), /! It is not active/);
});

test('runs that can overlap are warned of, with what the policy makes of them', () => {
  assert.match(said({ cronExpression: '* * * * *', timeoutSeconds: '300' }, MINUTELY), /! A run may take up to 5 m 00 s.*every 1 m 00 s.*Skip drops/);
  assert.match(said({ timeoutSeconds: '300', concurrentExecutionPolicy: 'parallel', maxConcurrent: '3' }, MINUTELY), /up to 3 at a time/);
  assert.match(said({ timeoutSeconds: '60' }, MINUTELY), /do not overlap/);
  assert.doesNotMatch(said({ schedule: 'once', timeoutSeconds: '300' }, MINUTELY), /overlap/);
});

test('what the server foretells is said once', () => {
  const foretold = ['86,400 runs on each day that it runs.', 'Months without a 31st are left out.'];
  assert.doesNotMatch(said({ cronExpression: '* * * * * *' }, [], foretold), /each day that/);
  assert.match(said({ cronExpression: '* * * * * *' }, [], foretold), /Months without a 31st/);
  assert.match(said({ schedule: 'rrule' }, [], ['24 runs in the first 24 hours.']), /24 runs in the first/);
});

test('the shortest gap counts', () => {
  assert.equal(gapOf(['2027-01-01T09:00:00Z', '2027-01-01T09:05:00Z', '2027-01-02T09:00:00Z']), 300_000);
  assert.equal(gapOf(['2027-01-01T09:00:00Z']), null);
});

test('waits before retries double up to an hour', () => {
  assert.deepEqual(delays('4', '5'), [5, 10, 20, 40]);
  assert.deepEqual(delays('3', '1800'), [1800, 3600, 3600]);
  assert.deepEqual(delays('', '5'), []);
  assert.deepEqual(delays('3', 'x'), []);
  assert.match(said({ maxRetries: '2', retryBaseSeconds: '60' }), /after 3 m 00 s/);
});
