// One run in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, post, remove } from '../node.mjs';

let browser;
const made = [];

before(async () => {
  browser = await open();
});

after(async () => {
  await browser.close();
  await Promise.all(made.map((job) => remove(`/jobs/${job}`)));
});

const trigger = async (jobType, more = {}) => {
  const { id } = await post('/jobs', { displayName: `Browser run ${Date.now()} ${Math.random()}`, jobType, schedule: 'none', maxRetries: 0, ...more });
  made.push(id);
  return (await post(`/jobs/${id}/trigger`, {})).occurrenceId;
};

const ended = async (run) => {
  for (;;) {
    const now = await get(`/occurrences/${run}`);
    if (now.endedAt !== null) {
      return now;
    }
    await new Promise((wait) => setTimeout(wait, 200));
  }
};

test('a run is watched live, and cancelled', async () => {
  const run = await trigger('longhaul');
  const page = await enter(browser, `#/runs/${run}`);
  await page.locator('.run h2 [data-state=running]').waitFor({ timeout: 20_000 });
  await page.waitForFunction(() => document.querySelector('.run-progress progress')?.value > 3, null, { timeout: 20_000 });
  await page.locator('.way .goes-on').filter({ hasText: 'so far' }).waitFor();

  await page.getByRole('button', { name: 'Cancel run' }).click();
  await page.getByText('is asked to stop it').waitFor();
  await page.locator('dialog[open] .danger').click();
  await page.locator('.run h2 [data-state=cancelled]').waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Retry run' }).waitFor();
  assert.equal((await get(`/occurrences/${run}`)).state, 'cancelled');
  assert.deepEqual(page.complaints, []);
});

test('list and page of a run agree', async () => {
  const run = await trigger('longhaul');
  const { jobId } = await get(`/occurrences/${run}`);
  const list = await enter(browser, `#/runs?jobId=${jobId}`);
  await list.locator('.runs-table [data-state=running]').waitFor({ timeout: 20_000 });
  await post(`/occurrences/${run}/cancel`, {});

  await list.locator('.runs-table [data-state=cancelled]').waitFor({ timeout: 20_000 });
  await list.locator('.runs-table tbody a').first().click();
  await list.locator('.run h2 [data-state=cancelled]').waitFor();
});

test('a failed run shows its error with folded frames, and runs again with other data', async () => {
  const run = await trigger('flaky', { jobData: { failProbability: 1 } });
  await ended(run);
  const page = await enter(browser, `#/runs/${run}`);
  await page.getByText('bad luck in attempt 1').first().waitFor();
  assert.ok(await page.locator('.trace details:not([open])').count() > 0);

  await page.getByRole('button', { name: 'Retry run' }).click();
  await page.locator('dialog [name=data]').fill('[1]');
  await page.locator('dialog .primary').click();
  await page.locator('dialog [role=alert]').filter({ hasText: 'Data must be a JSON object' }).waitFor();
  await page.locator('dialog [name=data]').fill('{"failProbability": 0}');
  await page.locator('dialog .primary').click();
  await page.waitForFunction((was) => !location.hash.includes(was), run);
  await page.locator('.run h2 [data-state=completed]').waitFor({ timeout: 20_000 });

  await page.locator('#main').focus();
  await page.keyboard.press('[');
  await page.waitForURL(new RegExp(run));
});

test('a run is pinned, and stays at hand in the list', async () => {
  const run = await trigger('hello');
  await ended(run);
  const page = await enter(browser, `#/runs/${run}`);
  await page.getByRole('button', { name: 'Pin' }).click();
  await page.getByRole('link', { name: 'Runs', exact: true }).first().click();
  await page.locator(`.pins a[href*="${run}"]`).click();
  await page.getByRole('button', { name: 'Unpin' }).click();
});

const LINES = 200_000;
const ERROR = 150_000;
const line = (seq) => ({ attempt: 1, seq, at: '2026-03-02T01:30:00.000Z', level: seq === ERROR ? 'error' : 'info', message: seq === ERROR ? 'it broke here' : `line ${seq}` });

/** A log that no run has the patience to write. */
const long = async (page) => {
  const asked = [];
  await page.route('**/logs/outline', (route) => route.fulfill({ json: { attempts: [{ attempt: 1, lines: LINES, lastLine: LINES, firstError: ERROR, errors: 1, warnings: 0 }] } }));
  await page.route('**/logs?*', (route) => {
    const query = new URL(route.request().url()).searchParams;
    const from = Number(query.get('line'));
    asked.push(from);
    return route.fulfill({ json: { items: Array.from({ length: Number(query.get('limit')) }, (_, n) => line(from + n)), nextCursor: 'more' } });
  });
  return asked;
};

test('a long log opens at its first error, and only what is near is read and drawn', async () => {
  const run = await trigger('hello');
  await ended(run);
  const page = await enter(browser, '#/jobs');
  const asked = await long(page);
  await page.goto(page.url().replace(/#.*/, `#/runs/${run}`));
  await page.locator('.log-line[data-level=error]').filter({ hasText: 'it broke here' }).waitFor();

  assert.ok(await page.locator('.log-line').count() <= 60);
  assert.ok(asked.length <= 6, String(asked));
  assert.equal(await page.locator('[role=log]').getAttribute('aria-live'), 'off');
  await page.getByRole('link', { name: `1.${ERROR}`, exact: true }).click();
  await page.waitForURL(new RegExp(`line=${ERROR}`));
});

test('an address names a line', async () => {
  const run = await trigger('hello');
  await ended(run);
  const page = await enter(browser, '#/jobs');
  await long(page);
  await page.goto(page.url().replace(/#.*/, `#/runs/${run}?attempt=1&line=120`));
  await page.locator('.log-line[aria-current=true]').filter({ hasText: 'line 120' }).waitFor();
});

test('a log is searched by the server', async () => {
  const run = await trigger('flaky', { jobData: { failProbability: 1 } });
  await ended(run);
  const page = await enter(browser, `#/runs/${run}`);
  await page.locator('.log-line').first().waitFor();
  await page.getByLabel('Search the log').fill('THREW');
  await page.getByLabel('Search the log').press('Enter');
  await page.getByText('1 line found').waitFor();
  await page.locator('.log-line').filter({ hasText: 'threw' }).waitFor();
});

test('loading, failed and gone are three pictures', async () => {
  const run = await trigger('hello');
  const page = await enter(browser, '#/jobs');
  let answer = () => {};
  await page.route(`**/occurrences/${run}`, (route) => answer(route));
  await page.goto(page.url().replace(/#.*/, `#/runs/${run}`));
  await page.locator('main .skeleton').first().waitFor();

  answer = (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', json: { title: 'Out of order', detail: 'Sorry', status: 500 } });
  await page.reload();
  await page.locator('main .failure').filter({ hasText: 'Out of order' }).waitFor();

  answer = (route) => route.continue();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.locator('.run .way').waitFor();

  await page.goto(page.url().replace(/#.*/, '#/runs/01990ea5-2c00-7c4d-8a6b-3f1e5d7c9b20'));
  await page.getByText('There is no such run.').waitFor();
});
