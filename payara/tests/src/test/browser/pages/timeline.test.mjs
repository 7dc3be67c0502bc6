// Runs on an axis of time, in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const list = '**/api/v1/occurrences?*';
const sentence = (page) => page.locator('.legend').getByText(/\d runs? in/);

test('runs are drawn in lanes, and the table says the same', async () => {
  const page = await enter(browser, '#/timeline');
  await page.locator('.lane-names').getByText('Hello', { exact: true }).waitFor();
  const painted = await page.locator('m-timeline canvas').evaluate((canvas) =>
    new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer).some((pixel) => pixel !== 0));
  assert.ok(painted);

  await page.getByRole('button', { name: 'Show as table' }).click();
  await page.waitForURL(/view=table/);
  await page.locator('m-table').getByText('Hello').first().waitFor();
  assert.deepEqual(page.complaints, []);
});

test('zoom and way are by keys and buttons, stand in the address and go back to now', async () => {
  const page = await enter(browser, '#/timeline');
  await page.locator('.lanes-room').focus();
  await page.keyboard.press('+');
  await page.waitForURL(/from=.*to=/);
  const length = () => page.evaluate(() => {
    const query = new URLSearchParams(location.hash.split('?')[1]);
    return Date.parse(query.get('to')) - Date.parse(query.get('from'));
  });
  const before = await length();
  await page.getByRole('button', { name: 'Zoom out' }).first().click();
  await page.waitForFunction(() => true);
  assert.equal(await length(), before * 2);
  const from = () => page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('from'));
  const was = await from();
  await page.getByRole('button', { name: 'Earlier' }).click();
  assert.ok(await from() < was);
  await page.getByRole('button', { name: 'Last hour' }).click();
  await page.waitForFunction(() => !location.hash.includes('from='));
});

test('lanes are by worker, too, and are filtered', async () => {
  const page = await enter(browser, '#/timeline');
  await page.getByLabel('Filter lanes').fill('hell');
  await page.waitForFunction(() => document.querySelectorAll('.lane-names span').length === 2); // with the head
  await page.getByLabel('Filter lanes').fill('');
  await page.getByLabel('Lanes', { exact: true }).selectOption('worker');
  await page.waitForURL(/by=worker/);
  await page.waitForFunction(() => [...document.querySelectorAll('.lane-names span')].some((one) => /node/.test(one.textContent)));
});

test('a click on a bar opens its run', async () => {
  const page = await enter(browser, '#/timeline');
  await sentence(page).waitFor();
  const at = await page.evaluate(() => {
    const { x, y, width } = document.querySelector('m-timeline').hits[0];
    const box = document.querySelector('m-timeline canvas').getBoundingClientRect();
    return { x: box.x + x + width / 2, y: box.y + y + 5 };
  });
  await page.mouse.click(at.x, at.y);
  await page.waitForURL(/#\/runs\/[0-9a-f-]{36}/);
});

test('of very many runs the density is drawn, and that not all were read is said', async () => {
  const page = await enter(browser, '#/jobs');
  const begin = Date.now() - 1_800_000;
  await page.route(list, (route) => {
    const query = new URL(route.request().url()).searchParams;
    const from = Number(query.get('after') ?? 0);
    const run = (n) => ({
      id: `01990ea5-2c00-7c4d-8a6b-${String(999_999_999_999 - n)}`, jobId: 'j', jobName: 'Busy', jobType: 'hello', jobVersion: 1, attempt: 1, state: 'completed',
      plannedAt: new Date(begin - n * 20).toISOString(), startedAt: new Date(begin - n * 20).toISOString(), endedAt: new Date(begin - n * 20 + 10).toISOString(), durationMs: 10,
      manual: false, workerInstance: 'w', workerGroup: null,
    });
    return route.fulfill({ json: query.get('state') === 'running' ? { items: [], nextCursor: null } : { items: Array.from({ length: 200 }, (_, n) => run(from + n)), nextCursor: String(from + 200) } });
  });
  await page.goto(page.url().replace(/#.*/, '#/timeline'));
  await page.getByText('Only the newest 5,000 runs were read').waitFor();
  await page.getByText('5,000 runs in 1 lane').waitFor();
});

test('loading, empty and failed are three pictures', async () => {
  const page = await enter(browser, '#/jobs');
  let answer = () => {};
  await page.route(list, (route) => answer(route));
  await page.goto(page.url().replace(/#.*/, '#/timeline'));
  await page.locator('main .skeleton').waitFor();

  answer = (route) => route.fulfill({ json: { items: [], nextCursor: null } });
  await page.goto(page.url().replace(/#.*/, '#/timeline?state=failed'));
  await page.getByText('Nothing ran in this part of time.').waitFor();

  answer = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json: { title: 'Server away', detail: 'Try later', status: 503 } });
  await page.goto(page.url().replace(/#.*/, '#/timeline?state=unknown'));
  await page.locator('main .failure').filter({ hasText: 'Server away' }).waitFor();
});
