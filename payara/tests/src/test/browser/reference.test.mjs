// The reference of the REST interface in a real browser: it comes from the node alone, and keeps its rules.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './browser.mjs';
import { login } from './enter.mjs';
import { node } from './node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

test('the reference shows every operation to who has logged in, and asks nobody else', async () => {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => request.url().startsWith(node) || complaints.push(request.url()));

  await page.goto(`${node}/reference.html`);
  await page.locator('#login-first').waitFor();
  await page.click('#login-first a');
  await login(page);
  await page.locator('#connection[data-state=live]').waitFor();
  await page.goto(`${node}/reference.html`);
  await page.locator('.opblock-tag').nth(5).waitFor();
  for (const tag of [0, 1, 2]) {
    await page.locator('.opblock-tag').nth(tag).click();
  }
  await page.locator('.opblock').nth(70).waitFor();
  await page.locator('.opblock-summary-control').first().click();
  await page.locator('.opblock-body').first().waitFor();

  assert.deepEqual(complaints, []);
});
