// What needs attention, what runs next, and who this installation is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, node, post, remove } from '../node.mjs';

let browser;
let broken;

before(async () => {
  browser = await open();
  broken = (await post('/jobs', { displayName: 'Always breaks', jobType: 'flaky', schedule: 'none', jobData: { failProbability: 1 }, maxRetries: 0 })).id;
  const { occurrenceId } = await post(`/jobs/${broken}/trigger`, {});
  for (let state = ''; state !== 'failed'; await new Promise((resolve) => { setTimeout(resolve, 100); })) {
    ({ state } = await get(`/occurrences/${occurrenceId}`));
  }
});

after(async () => {
  await browser.close();
  await remove(`/jobs/${broken}`);
});

/** Answers of the node with some members changed. */
const changed = (page, address, changes) => page.route(address, async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, json: { ...await response.json(), ...changes() } });
});

test('a job that failed stands there with its error, and leads to the job', async () => {
  const page = await enter(browser, '#/');
  const line = page.locator('.finding', { hasText: 'Always breaks failed the last time' });
  await line.waitFor();
  assert.match(await line.innerText(), /1 time in a row it failed/);

  await line.getByRole('link', { name: 'Read the last error' }).click();
  await page.waitForURL(new RegExp(`#/jobs/${broken}$`));
  await page.close();
});

test('the first view is one answer', async () => {
  const page = await enter(browser, '#/');
  const asked = [];
  await page.routeWebSocket(/ws\/events/, () => {}); // no event, however long it takes
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor();

  assert.equal(asked.filter((path) => path.endsWith('/dashboard')).length, 1);
  assert.equal(asked.filter((path) => path.endsWith('/attention')).length, 0);
  await page.close();
});

test('an event brings the next view', async () => {
  const live = await enter(browser, '#/');
  const job = (await post('/jobs', { displayName: 'Made meanwhile', jobType: 'noop', cronExpression: '* * * * * *' })).id;
  await live.getByRole('link', { name: 'Made meanwhile' }).first().waitFor();
  await remove(`/jobs/${job}`);
  await live.close();
});

test('an error is told as one, and is never taken for nothing being wrong', async () => {
  const page = await enter(browser, '#/jobs');
  await page.route('**/api/v1/dashboard', (route) => route.abort());
  await page.goto(`${node}/#/`);
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByText('Nothing needs your attention.').count(), 0);

  await page.unroute('**/api/v1/dashboard');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
  await page.close();
});

test('name, colour and environment are on every page, and production has a frame', async () => {
  const page = await enter(browser, '#/jobs');
  await changed(page, '**/api/v1/settings', () => ({ name: 'Night shift', colour: '#123456', environment: 'Live', production: true }));
  await page.reload();
  await page.locator('.brand', { hasText: 'Night shift' }).waitFor();
  await page.locator('.environment', { hasText: 'Live' }).waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.top-bar')).borderTopColor), 'rgb(18, 52, 86)');
  assert.match(await page.evaluate(() => getComputedStyle(document.querySelector('.frame'), '::after').borderTopWidth), /3px/);
  await page.locator('.footer', { hasText: /Node \S+/ }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a version that was deployed under the page is told after the connection was lost', async () => {
  const page = await enter(browser, '#/jobs');
  await page.locator('.footer').waitFor();
  await changed(page, '**/api/v1/settings', () => ({ version: '99.0' }));
  await page.keyboard.press('p');
  await page.locator('#connection[data-state=paused]').waitFor({ state: 'attached' });
  await page.keyboard.press('p');

  await page.getByText('A new version was deployed.').waitFor();
  await page.getByRole('button', { name: 'Load it' }).waitFor();
  await page.close();
});

test('in Turkish the overview is Turkish', async () => {
  const context = await browser.newContext({ locale: 'tr-TR' });
  const page = await enter(context, '#/');
  await page.getByRole('heading', { name: 'İlgi bekleyenler' }).waitFor();
  await page.locator('.finding', { hasText: 'Always breaks son seferinde başarısız oldu' }).waitFor();
  await context.close();
});
