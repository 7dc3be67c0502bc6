// The frame of the console in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './browser.mjs';
import { enter, login } from './enter.mjs';
import { node } from './node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

test('a page is live, and breaks none of the rules that the node gives it', async () => {
  const page = await enter(browser, '#/jobs');
  await page.getByRole('link', { name: 'Hello' }).waitFor();

  assert.deepEqual(page.complaints, []);
});

test('a login lasts over a reload, and nothing of it can be read by scripts', async () => {
  const page = await enter(browser, '#/jobs');
  await page.reload();
  await page.locator('#connection[data-state=live]').waitFor();

  assert.equal(await page.evaluate(() => document.cookie), '');
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert.doesNotMatch(stored, /eyJ|mvk_/);

  await page.locator('m-top-bar .menu summary').click();
  await page.click('#logout');
  await page.locator('#login[open]').waitFor();
  await page.reload();
  await page.locator('#login[open]').waitFor();
});

test('a wrong password is told, and what was opened opens after the right one', async () => {
  const page = await browser.newPage();
  await page.goto(`${node}/#/jobs?q=Hello`);
  await login(page, 'root', 'not the password');
  await page.locator('#login [role=alert]').waitFor();
  await login(page);

  await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
  assert.match(page.url(), /#\/jobs\?q=Hello$/);
});

test('the palette finds pages and jobs by the keyboard', async () => {
  const page = await enter(browser, '#/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('flaky');
  await page.getByRole('option', { name: /Flaky/ }).waitFor();
  await page.keyboard.press('Enter');

  await page.waitForURL(/#\/jobs\/[0-9a-f-]{36}$/);
});

test('letters go to pages, but not while one types, nor when they are switched off', async () => {
  const page = await enter(browser, '#/');
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await page.waitForURL(/#\/jobs$/);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('gw');
  assert.equal(await page.locator('m-palette input').inputValue(), 'gw');
  await page.keyboard.press('Escape');
  await page.locator('m-top-bar .menu summary').click();
  await page.getByLabel('Single letters are keys').uncheck();
  await page.keyboard.press('Escape');
  await page.locator('#main').focus();
  await page.keyboard.press('?');
  assert.equal(await page.locator('m-keys dialog[open]').count(), 0);
});

test('while it is paused, a page asks for nothing', async () => {
  const page = await enter(browser, '#/jobs');
  await page.getByRole('link', { name: 'Hello' }).waitFor();
  await page.click('#pause');
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  await page.waitForTimeout(6000); // Hello runs each 5 s

  assert.deepEqual(asked, []);
  await page.click('#pause');
  await page.locator('#connection[data-state=live]').waitFor();
});

test('an unknown address and a page without permission are told apart', async () => {
  const page = await enter(browser, '#/nowhere');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await page.getByRole('link', { name: 'To the overview' }).click();
  await page.waitForURL(/#\/$/);
});

test('the console speaks Turkish to those who do', async () => {
  const page = await enter(browser, '#/jobs', { locale: 'tr-TR' });
  await page.getByRole('heading', { name: 'İşler', level: 1 }).waitFor();

  assert.equal(await page.evaluate(() => document.documentElement.lang), 'tr');
});
