// From a run that fails to its replay.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { job, trigger, until } from '../jobs.mjs';
import { get } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const failing = async (test) => {
  const made = await job(test, { jobType: 'flaky', jobData: { failProbability: 1 }, maxRetries: 0 });
  const run = await trigger(made.id);
  await until(run, 'failed');
  return { made, run };
};

test('a failure is found by its error, replayed as an operation, and leaves a link to the new run', async (t) => {
  const { made, run } = await failing(t);
  const page = await enter(browser, `#/failures?tab=list&jobId=${made.id}`);
  await page.getByRole('checkbox', { name: 'Select row 1' }).check();
  await page.getByRole('button', { name: 'Replay 1 run' }).click();
  await page.getByLabel('Reason').fill('the browser asked');
  await page.getByRole('dialog').getByRole('button', { name: 'Replay 1 run' }).click();
  await page.getByRole('link', { name: 'Watch it' }).click();

  await page.getByText('Completed').first().waitFor();
  const { retriedAs } = await get(`/failed-occurrences/${run}`);
  assert.match(retriedAs, /^[0-9a-f-]{36}$/);
  assert.deepEqual(page.complaints, []);
});

test('what is done to all that fit says how many, and asks why', async (t) => {
  const { made } = await failing(t);
  const page = await enter(browser, `#/failures?tab=list&jobId=${made.id}`);
  await page.getByRole('button', { name: 'Mark as dealt with…' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 thing fits these criteria now').waitFor();
  await dialog.getByRole('button', { name: 'Mark 1 run as dealt with' }).click();
  assert.equal(await dialog.count(), 1, 'without a reason nothing is done');

  await dialog.getByLabel('Reason').fill('known');
  await dialog.getByRole('button', { name: 'Mark 1 run as dealt with' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('No failed run fits these criteria.').waitFor();
});

test('every limit is a chip, the one that holds by itself, too; the address keeps them', async (t) => {
  const { made } = await failing(t);
  const page = await enter(browser, `#/failures?tab=list&jobId=${made.id}&job=Mine`);
  await page.getByRole('button', { name: 'Remove only not dealt with' }).click();
  await page.waitForURL(/resolved=all/);
  await page.reload();
  await page.getByRole('button', { name: 'Remove job Mine' }).click();
  assert.doesNotMatch(page.url(), /jobId/);
  await page.goBack();
  await page.getByRole('button', { name: 'Remove job Mine' }).waitFor();
});
