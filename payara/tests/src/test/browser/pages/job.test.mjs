// One job: how it stands, what keeps it, what it was, and what can be done with it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { job, trigger, until } from '../jobs.mjs';
import { get, patch, remove } from '../node.mjs';
import { viewer } from '../viewer.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const NIGHTLY = { schedule: 'cron', cronExpression: '30 2 * * *', timeZone: 'Europe/Berlin' };

const eventually = async (look) => {
  for (let i = 0; i < 100 && !await look(); i++) {
    await pause(100);
  }
  assert.ok(await look());
};

/** What was copied last; the page has no clipboard, as over plain HTTP. */
const withoutClipboard = async (page) => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.addEventListener('copy', () => { globalThis.copied = document.activeElement.value; });
  });
  return () => page.evaluate(() => globalThis.copied);
};

test('the page says when it runs, in words, and what follows of its policies', async (t) => {
  const made = await job(t, { ...NIGHTLY, maxRetries: 2, retryBaseSeconds: 90, jobData: { big: 1 }, tags: ['seen'] });
  const page = await enter(browser, `#/jobs/${made.id}`);
  await page.getByRole('heading', { level: 1, name: made.displayName }).waitFor();
  await page.getByText('At 02:30 every day.').waitFor();
  await page.getByText('It is tried again up to 2 times, first after 1 m 30 s, then ever later.').waitFor();
  await page.getByText('What is left out runs right after.').waitFor();
  await page.locator('.next-runs li').nth(9).waitFor();
  assert.equal(await page.getByRole('link', { name: 'seen' }).getAttribute('href'), '#/jobs?tag=seen');
  assert.deepEqual(page.complaints, []);
});

test('the next runs mark where clocks change in the zone of the job', async (t) => {
  const made = await job(t, { ...NIGHTLY, cronExpression: '30 2 1 * *' });
  const page = await enter(browser, `#/jobs/${made.id}`, { timezoneId: 'Asia/Tokyo' });
  await page.locator('.next-runs li').nth(9).waitFor();
  const changes = await page.locator('.next-runs li').allTextContents();
  const { runs } = await get(`/cron/preview?expression=${encodeURIComponent('30 2 1 * *')}&zone=Europe/Berlin&count=10&from=${made.nextRunAt}`);
  const hours = runs.map((at) => new Date(at).getUTCHours());
  assert.ok(new Set(hours).size === 2, 'ten months have a change');
  assert.deepEqual(changes.map((text) => text.includes('clocks change')), hours.map((hour, index) => index > 0 && hour !== hours[index - 1]));
});

test('numbers beyond what a double holds are shown and copied as they are, also without a clipboard', async (t) => {
  const made = await job(t, {});
  const exact = '{"displayName":"' + made.displayName + '","jobData":{"big":12345678901234567890,"small":1.10}}';
  const saved = await fetch(`${process.env.MILVAION_NODE}/api/v1/jobs/${made.id}`, {
    method: 'PATCH', body: exact, headers: { Authorization: `Bearer ${process.env.MILVAION_ROOT_API_KEY}`, 'Content-Type': 'application/json' },
  });
  assert.equal(saved.status, 200);
  const page = await enter(browser, `#/jobs/${made.id}`);
  await page.getByText('12345678901234567890').waitFor();
  const copied = await withoutClipboard(page);
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await page.getByText('Copied').waitFor();
  assert.match(await copied(), new RegExp(`curl -X PUT \\S+/api/v1/jobs/${made.id}[^]*"big": 12345678901234567890`));

  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy as YAML' }).click();
  await eventually(async () => (await copied()).includes('kind: Job'));
  assert.match(await copied(), new RegExp(`id: "?${made.id}`));
  assert.equal((await copied()).match(/kind: Job/g).length, 1);
});

test('what keeps a job from running is seen by itself, and goes when it does', async (t) => {
  const made = await job(t, { ...NIGHTLY, active: false });
  const page = await enter(browser, `#/jobs/${made.id}`);
  await page.getByText('created inactive by root').waitFor();
  await page.getByRole('button', { name: 'Activate' }).click();
  await page.getByRole('dialog').getByText('It then runs next at').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click();
  await page.getByText('created inactive by root').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Why not running?' }).click();
  await page.getByText('Its next run is planned at').waitFor();
});

test('t triggers a run, with data of its own, which is followed; what is no JSON is said', async (t) => {
  const made = await job(t, { jobData: { name: 'Ada' } });
  const page = await enter(browser, `#/jobs/${made.id}`);
  await page.getByText('It has not run yet.').waitFor();
  await page.getByRole('heading', { name: made.displayName }).waitFor();
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('t');
  await dialog.getByText('Data of this run only').first().click();
  await dialog.getByRole('textbox').fill('{"name": ');
  await dialog.getByRole('button', { name: 'Trigger' }).click();
  await dialog.getByText('This is not a JSON object.').waitFor();
  await dialog.getByRole('textbox').fill('{"name": "Grace"}');
  await dialog.getByRole('button', { name: 'Trigger' }).click();
  const link = page.getByRole('link', { name: 'To the run' });
  const run = (await link.getAttribute('href')).split('/').at(-1);
  await until(run, 'completed');
  await page.getByRole('img', { name: 'Last 1 runs: 1 completed' }).waitFor();
  assert.deepEqual((await get(`/occurrences/${run}`)).jobData ?? (await get(`/occurrences/${run}`)).data, { name: 'Grace' });
});

test('runs have a tab with an address; new ones wait until they are asked for', async (t) => {
  const made = await job(t, {});
  await until(await trigger(made.id), 'completed');
  const page = await enter(browser, `#/jobs/${made.id}`);
  await page.locator('.tabs').getByRole('link', { name: 'Runs', exact: true }).click();
  await page.waitForURL(/tab=runs/);
  const rows = page.locator('m-job-runs tbody tr[aria-rowindex]');
  await rows.first().waitFor();
  await trigger(made.id);
  const news = page.getByRole('button', { name: '1 new run: show' });
  await news.waitFor();
  assert.equal(await rows.count(), 1);
  await news.click();
  await rows.nth(1).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'What it does' }).waitFor();
  assert.deepEqual(page.complaints, []);
});

test('versions are compared, and one is restored after what changes was shown', async (t) => {
  const made = await job(t, { maxRetries: 1 });
  await patch(`/jobs/${made.id}`, { maxRetries: 5 });
  const page = await enter(browser, `#/jobs/${made.id}?tab=versions&version=2`);
  const changed = page.getByRole('row', { name: 'maxRetries 1 5' });
  await changed.waitFor();
  await page.getByLabel('Layout').selectOption({ label: 'Inline' });
  await page.waitForURL(/layout=inline/);
  await page.getByRole('row', { name: /^1 Created/ }).getByRole('link').click();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('that is version 3').waitFor();
  await dialog.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByText('Version 1 is restored.').waitFor();
  const now = await get(`/jobs/${made.id}`);
  assert.deepEqual([now.version, now.maxRetries], [3, 1]);
  await page.getByRole('row', { name: /^3 now/ }).waitFor();
});

test('a job that was deleted says so, and still shows what it was', async (t) => {
  const made = await job(t, {});
  const page = await enter(browser, `#/jobs/${made.id}`);
  await page.getByRole('heading', { level: 1, name: made.displayName }).waitFor();
  await remove(`/jobs/${made.id}`);
  await page.getByRole('heading', { level: 1, name: 'There is no such job' }).waitFor();
  await page.getByRole('row', { name: /^2 Deleted/ }).waitFor();
});

test('who may only read sees which permission is missing', async (t) => {
  const made = await job(t, {});
  const page = await enter(browser, `#/jobs/${made.id}`, await viewer());
  const button = page.getByRole('button', { name: /^Trigger/ });
  assert.equal(await button.getAttribute('title'), 'You lack the permission Job.Trigger');
  await page.keyboard.press('t');
  assert.equal(await page.getByRole('dialog').count(), 0);
});
