// What is planned, and what is not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, post, remove } from '../node.mjs';

let browser;
const jobs = [];

before(async () => {
  browser = await open();
  for (const job of [
    { displayName: 'Three a minute', cronExpression: '*/20 * * * * *', timeZone: 'Asia/Kolkata' },
    { displayName: 'Put away', cronExpression: '@daily', active: false },
  ]) {
    jobs.push((await post('/jobs', { jobType: 'noop', ...job })).id);
  }
  for (let tries = 0; !JSON.stringify(await get('/admin/forecast?step=minute')).includes('Put away'); tries++) {
    assert.ok(tries < 90, 'a forecast is kept for a minute');
    await pause(1000);
  }
});

after(async () => {
  await browser.close();
  for (const job of jobs) {
    await remove(`/jobs/${job}`);
  }
});

test('the chart says in a sentence what it draws, and is there as a table', async () => {
  const page = await enter(browser, '#/upcoming');
  const { runs } = await get('/admin/forecast');
  await page.getByRole('img', { name: /Planned runs: [\d,]+ runs? (is|are) planned/ }).waitFor();
  await page.getByText('Show as table').click();
  const cells = await page.locator('.bars tbody td.number').allInnerTexts();
  assert.ok(cells.length >= 24);
  const sum = cells.reduce((total, cell) => total + Number(cell.replaceAll(',', '')), 0);
  assert.ok(Math.abs(sum - runs) <= Math.max(5, runs * 0.01), `${sum} in the table, ${runs} in the answer`);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the range is in the address and lasts over a reload', async () => {
  const page = await enter(browser, '#/upcoming');
  await page.getByRole('link', { name: 'Next 7 days' }).click();
  await page.waitForURL(/tab=week/);
  const asked = page.waitForRequest(/admin\/forecast\?step=hour/);
  await page.reload();
  await asked;
  assert.equal(await page.getByRole('link', { name: 'Next 7 days' }).getAttribute('aria-current'), 'page');
  await page.close();
});

test('a job without a next run says why', async () => {
  const page = await enter(browser, '#/upcoming');
  const row = page.getByRole('row', { name: /Put away/ });
  await row.getByText('It is not active').waitFor();
  await row.getByRole('link').click();
  await page.waitForURL(/#\/jobs\/[0-9a-f-]{36}$/);
  await page.close();
});

test("runs are shown by the job's time, or by UTC", async () => {
  const page = await enter(browser, '#/upcoming');
  const row = page.locator('section[aria-labelledby=next] tr', { hasText: 'Three a minute' }).first();
  await page.selectOption('#zone', 'job');
  await row.getByText('GMT+5:30').waitFor();
  await page.selectOption('#zone', 'utc');
  await row.getByText('UTC').waitFor();
  await page.close();
});
