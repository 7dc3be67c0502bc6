// What is done to many, watched.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { job } from '../jobs.mjs';
import { get, post } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

test('an operation is seen while it goes on, paused, and its rest cancelled', async (t) => {
  const tag = `browser-${Date.now()}`;
  for (let i = 0; i < 30; i++) {
    await job(t, { tags: [tag] });
  }
  const begun = await post('/operations', { target: 'jobs', action: 'addTags', tags: ['seen'], filter: { tag }, ratePerSecond: 1, reason: 'slow enough to be seen' });
  const page = await enter(browser, `#/operations/${begun.id}`);
  await page.getByText('slow enough to be seen').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('main').getByText('Paused').waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('main').getByText('Running').waitFor();
  await page.getByRole('button', { name: 'Cancel the rest' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the rest' }).click();

  await page.getByRole('main').getByText('Cancelled').waitFor();
  const ended = await get(`/operations/${begun.id}`);
  assert.equal(ended.state, 'cancelled');
  assert.ok(ended.done < 30);
  await page.goto(page.url().replace(/#.*/, '#/operations'));
  await page.getByRole('link', { name: /Add tags: jobs/ }).first().waitFor();
  assert.deepEqual(page.complaints, []);
});
