// Draws every page into a folder: light, dark, and at 360 px. After a start with jobs that look like somebody's.
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { open } from './browser.mjs';
import { enter } from './enter.mjs';
import { node, post } from './node.mjs';
import { addresses, filled, members, settled } from './pages.mjs';

const JOBS = [
  ['Send invoices', 'sleep', '*/20 * * * * *', { millis: 1800 }, ['billing', 'mail']],
  ['Charge cards', 'flaky', '*/15 * * * * *', { failProbability: 0.4 }, ['billing']],
  ['Sync customers', 'noop', '*/5 * * * * *', {}, ['crm']],
  ['Build search index', 'longhaul', '0 */2 * * * *', {}, ['search']],
  ['Nightly report', 'sleep', '0 30 2 * * *', { millis: 60000 }, ['report'], 'Europe/Istanbul'],
  ['Import exchange rates', 'flaky', '*/30 * * * * *', { failProbability: 0.9 }, ['finance'], 'America/New_York'],
  ['Clean old sessions', 'noop', '0 0 * * * *', {}, ['maintenance']],
  ['Month end close', 'sleep', '0 0 6 L * *', { millis: 1000 }, ['finance']],
  ['Warm caches', 'noop', '*/10 * * * * *', {}, ['search']],
];
const LOOKS = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, narrow: { viewport: { width: 360, height: 720 } } };

const folder = process.argv[2];
const lifeMs = Number(process.env.LIFE_SECONDS ?? 150) * 1000;
mkdirSync(folder, { recursive: true });
for (const [displayName, jobType, cronExpression, jobData, tags, timeZone = 'UTC'] of JOBS) {
  await post('/jobs', { displayName, jobType, cronExpression, jobData, tags, timeZone, maxRetries: 1 });
}
await pause(lifeMs);
const there = await members();
const browser = await open();
for (const [look, options] of Object.entries(LOOKS)) {
  const page = await enter(browser, '#/', { viewport: { width: 1366, height: 768 }, ...options });
  for (const path of addresses()) {
    await page.goto(`${node}/#${filled(path, there)}`);
    await settled(page, path);
    await pause(500);
    const name = path === '/' ? 'overview' : path.slice(1).replace(/\/:?/g, '-');
    await page.screenshot({ path: `${folder}/${name}-${look}.jpg`, type: 'jpeg', quality: 70 });
  }
  await page.close();
}
await browser.close();
