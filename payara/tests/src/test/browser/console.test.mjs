// The status page in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './browser.mjs';
import { node } from './node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

test('the page is live, and breaks none of the rules that the node gives it', async () => {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));

  await page.goto(`${node}/`);
  await page.fill('#login-name', 'root');
  await page.fill('#login-password', process.env.MILVAION_ROOT_PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.locator('#connection[data-state=live]').waitFor();
  await page.locator('#nodes tbody tr').first().waitFor();
  await page.locator('#runs tbody tr').first().waitFor();

  assert.deepEqual(complaints, []);
});

test('a login lasts over a reload, and nothing of it can be read by scripts', async () => {
  const page = await browser.newPage();
  await page.goto(`${node}/`);
  await page.fill('#login-name', 'root');
  await page.fill('#login-password', process.env.MILVAION_ROOT_PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.locator('#connection[data-state=live]').waitFor();

  await page.reload();
  await page.locator('#connection[data-state=live]').waitFor();

  assert.equal(await page.evaluate(() => document.cookie), '');
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert.doesNotMatch(stored, /eyJ|mvk_/);

  await page.click('#logout');
  await page.locator('#login[open]').waitFor();
  await page.reload();
  await page.locator('#login[open]').waitFor();
});
