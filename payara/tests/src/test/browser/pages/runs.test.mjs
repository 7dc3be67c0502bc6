// The list of runs in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter, login } from '../enter.mjs';
import { node } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const rows = (page) => page.locator('.runs-table tbody tr:not(.room)');
const list = '**/api/v1/occurrences?*';

test('runs are listed, with a limit of time that can be taken away', async () => {
  const page = await enter(browser, '#/runs');
  await page.getByRole('link', { name: 'Completed' }).first().waitFor();
  await page.getByRole('button', { name: 'Remove “Last 24 hours”' }).click();

  await page.waitForURL(/since=all/);
  assert.equal(await page.locator('.chips .chip').count(), 0);
  assert.equal(await page.locator('[data-filter]').inputValue(), '');
  assert.deepEqual(page.complaints, []);
});

test('what is written, the chips and the address say the same, also after Back and a reload', async () => {
  const page = await enter(browser, '#/runs');
  const filter = page.locator('[data-filter]');
  await filter.fill('state:completed job:Hello trigger:schedule since:1h');
  await filter.press('Enter');
  await page.waitForURL(/state=completed/);
  await page.getByRole('button', { name: 'Remove “Job: Hello”' }).waitFor();
  await page.reload();

  await page.getByRole('button', { name: 'Remove “By schedule”' }).waitFor();
  await page.waitForFunction(() => document.querySelector('[data-filter]').value === 'state:completed job:Hello trigger:schedule since:1h');
  await page.getByRole('button', { name: 'Remove “Completed”' }).click();
  await page.goBack();
  await page.getByRole('button', { name: 'Remove “Completed”' }).waitFor();
});

test('a filter is completed by the keyboard, and one that means nothing is told', async () => {
  const page = await enter(browser, '#/runs');
  const filter = page.locator('[data-filter]');
  await filter.fill('fla');
  await page.getByRole('option', { name: /job:Flaky/ }).waitFor();
  await filter.press('ArrowDown');
  await filter.press('Enter');
  await page.waitForURL(/jobId=/);

  await filter.fill('colour:red');
  await filter.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'colour:red' }).waitFor();
  assert.match(page.url(), /jobId=/);
});

test('new runs wait until they are asked for, and nothing moves before', async () => {
  const page = await enter(browser, '#/runs');
  await rows(page).first().waitFor();
  const first = () => rows(page).first().locator('a').first().getAttribute('href');
  const before = await first();
  const more = page.getByRole('button', { name: /Show \d+ new run/ });
  await more.waitFor({ timeout: 15_000 });

  assert.equal(await first(), before);
  await more.click();
  await page.waitForFunction((was) => document.querySelector('.runs-table tbody tr a').getAttribute('href') !== was, before);
});

test('loading, empty, failed and stale are four pictures', async () => {
  const page = await enter(browser, '#/jobs');
  let answer;
  await page.route(list, (route) => answer(route));

  answer = () => {}; // none comes
  await page.goto(page.url().replace(/#.*/, '#/runs'));
  await page.locator('main .skeleton').waitFor();

  answer = (route) => route.fulfill({ json: { items: [], nextCursor: null } });
  await page.goto(page.url().replace(/#.*/, '#/runs?state=unknown'));
  await page.getByText('No run fits these limits.').waitFor();
  assert.equal(await page.locator('main .skeleton, main .failure').count(), 0);

  answer = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json: { title: 'Server away', detail: 'Try later', status: 503 } });
  await page.goto(page.url().replace(/#.*/, '#/runs?state=queued'));
  await page.locator('main .failure').filter({ hasText: 'Server away' }).waitFor();
  assert.equal(await page.getByText('No run fits these limits.').count(), 0);

  answer = (route) => route.continue();
  await page.goto(page.url().replace(/#.*/, '#/runs?state=completed'));
  await rows(page).first().waitFor();
  answer = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json: { title: 'Server away', detail: 'Try later', status: 503 } });
  await page.getByRole('button', { name: /Show \d+ new run/ }).click({ timeout: 15_000 });
  await page.locator('main .failure').waitFor();
  await page.locator('main .stale').waitFor();
  assert.ok(await rows(page).count() > 0);
});

test('of many runs only a few are drawn', async () => {
  const page = await enter(browser, '#/jobs');
  const job = '01990ea5-2c00-7c4d-8a6b-3f1e5d7c9b20';
  const run = (n) => ({
    id: `01990ea5-2c00-7c4d-8a6b-${String(999_999_999_999 - n)}`, jobId: job, jobName: `Job ${n}`, jobType: 'hello', jobVersion: 1,
    plannedAt: '2026-03-02T01:30:00.000Z', createdAt: '2026-03-02T01:30:00.000Z', publishedAt: null, startedAt: null, endedAt: null,
    availableAt: null, cancelRequestedAt: null, abandonedAt: null, durationMs: null, state: 'queued', stage: 'ready', attempt: 1,
    manual: false, triggeredBy: null, triggeredByKey: null, retryOf: null, workerGroup: null, workerInstance: null, progress: null, progressText: null,
  });
  await page.route(list, (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('after') ?? 0);
    return route.fulfill({ json: { items: Array.from({ length: 2000 }, (_, n) => run(from + n)), nextCursor: String(from + 2000) } });
  });
  await page.goto(page.url().replace(/#.*/, '#/runs?since=all'));
  await rows(page).first().waitFor();

  for (let step = 0; step < 5; step++) {
    await page.locator('.table-scroll').evaluate((box) => { box.scrollTop = box.scrollHeight; });
    await page.waitForFunction((least) => document.querySelector('m-table').rows.length > least, (step + 1) * 2000);
    assert.ok(await page.locator('.runs-table tr').count() <= 60);
  }
});

test('of 500 events a second a run has the newest, and the list is drawn a few times only', async (t) => {
  const page = await browser.newPage();
  let say;
  await page.routeWebSocket(/\/ws\/events/, (socket) => {
    const server = socket.connectToServer();
    let seq = 0;
    say = (message) => socket.send(JSON.stringify({ ...message, seq: ++seq }));
    server.onMessage((text) => {
      const message = JSON.parse(text);
      if (message.subscribed || message.error) { // the others are ours
        say(message);
      }
    });
    socket.onMessage((text) => server.send(text));
  });
  await page.goto(`${node}/#/runs?since=all`);
  await login(page);
  await rows(page).nth(10).waitFor();
  await page.evaluate(() => {
    window.drawn = 0;
    window.long = [];
    new MutationObserver(() => { window.drawn++; }).observe(document.querySelector('.runs-table tbody'), { subtree: true, childList: true, characterData: true, attributes: true });
    new PerformanceObserver((list) => list.getEntries().forEach((one) => window.long.push(Math.round(one.duration)))).observe({ type: 'longtask' });
  });
  const shown = await page.evaluate(() => document.querySelector('m-table').rows.slice(0, 20).map(({ id, jobId, jobName }) => ({ id, jobId, jobName })));

  const seconds = 5;
  for (let tick = 0; tick < seconds * 10; tick++) {
    say({ at: new Date().toISOString(), events: Array.from({ length: 50 }, (_, n) => {
      const run = shown[n % 20];
      const data = { ...run, state: 'running', attempt: 2 + tick, plannedAt: '2026-03-02T01:30:00.000Z', progress: n };
      return { type: 'occurrence.running', channels: ['occurrences'], id: run.id, data };
    }) });
    await new Promise((wait) => setTimeout(wait, 100));
  }
  await page.waitForFunction((last) => document.querySelector('m-table').rows.slice(0, 20).every((row) => row.attempt === last), 1 + seconds * 10);
  const { drawn, long } = await page.evaluate(() => ({ drawn: window.drawn, long: window.long }));
  t.diagnostic(`${drawn} times drawn, tasks over 50 ms: ${long.join(', ') || 'none'}`);
  assert.ok(drawn <= (seconds + 3) * 6, String(drawn));
});
