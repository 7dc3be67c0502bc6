// What the first view costs. Bytes and requests are held; times are printed, since cores are shared.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './browser.mjs';
import { login } from './enter.mjs';
import { node } from './node.mjs';

const FIRST_VIEW_BYTES = 150 * 1024;
const SLOWER = 4;

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

/** Opens a page and follows what comes over the network until a heading is there. */
const opened = async (options, until) => {
  const page = await browser.newPage();
  const cdp = await page.context().newCDPSession(page);
  const files = [];
  const urls = new Map();
  await cdp.send('Network.enable');
  cdp.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => files.push({ url: urls.get(requestId), bytes: encodedDataLength }));
  if (options.slower) {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.slower });
  }
  await page.addInitScript(() => {
    globalThis.seen = { lcp: 0, cls: 0, long: 0 };
    new PerformanceObserver((list) => { globalThis.seen.lcp = list.getEntries().at(-1).startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { globalThis.seen.cls += entry.hadRecentInput ? 0 : entry.value; })).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => { globalThis.seen.long += list.getEntries().length; }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${node}/`);
  await until(page);
  return { page, files, seen: await page.evaluate(() => globalThis.seen) };
};

const parts = (files) => files.filter(({ url }) => /\/(console\/|$)/.test(new URL(url).pathname));
const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);

test('the login and the overview come in 150 KB', async () => {
  const { page, files } = await opened({}, async (page) => {
    await page.locator('#login[open]').waitFor();
    await login(page);
    await page.locator('main[data-page="/"] h1').waitFor();
    await page.waitForLoadState('networkidle');
  });
  const shipped = parts(files);
  console.log(`first view: ${shipped.length} files, ${sum(shipped)} bytes; with answers ${files.length} requests, ${sum(files)} bytes`);
  console.log(shipped.sort((one, other) => other.bytes - one.bytes).slice(0, 10).map(({ url, bytes }) => `  ${bytes} ${url.split('/').at(-1)}`).join('\n'));

  assert.ok(sum(shipped) <= FIRST_VIEW_BYTES, `${sum(shipped)} bytes`);
  await page.close();
});

test(`times of the login, also on a processor ${SLOWER} times slower`, async () => {
  for (const slower of [1, SLOWER]) {
    const { page, seen } = await opened({ slower }, (one) => one.locator('#login[open]').waitFor());
    console.log(`× ${slower}: largest paint after ${Math.round(seen.lcp)} ms, shift ${seen.cls.toFixed(3)}, ${seen.long} long tasks`);

    assert.ok(seen.cls <= 0.02, `the page shifts: ${seen.cls}`);
    await page.close();
  }
});
