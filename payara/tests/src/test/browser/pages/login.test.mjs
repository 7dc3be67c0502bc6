// How people come in, and what becomes of a page whose session ends.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { codeOf, newcomer, somebody } from '../account.mjs';
import { open } from '../browser.mjs';
import { enter, login } from '../enter.mjs';
import { node, remove } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const opened = async (t, hash = '#/jobs', options = {}) => {
  const page = await browser.newPage(options);
  t.after(() => page.close());
  await page.goto(`${node}/${hash}`);
  await page.locator('#login[open]').waitFor();
  return page;
};

const focused = (page) => page.evaluate(() => document.activeElement.id);

test('a first password is changed before anything else, also after a reload', async (t) => {
  const { name, password } = await newcomer('Viewer');
  const page = await opened(t, '#/jobs?q=Hello');
  assert.equal(await focused(page), 'login-name');
  await login(page, name, password);
  await page.locator('#password-new').waitFor();
  assert.equal(await focused(page), 'password-new');

  await page.reload();
  await page.fill('#password-old', password);
  for (const [next, said] of [['password1', /easily guessed/], [`${name} 2`, /name/]]) {
    await page.fill('#password-new', next);
    const answered = page.waitForResponse((response) => response.url().endsWith('/auth/password'));
    await page.click('#step-go');
    await answered;
    await page.locator('#step-error', { hasText: said }).waitFor();
  }
  await page.fill('#password-new', `better ${randomUUID()}`);
  await page.click('#step-go');

  await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
  assert.match(page.url(), /#\/jobs\?q=Hello$/);
});

test('passwords can be pasted, and managers know the fields', async (t) => {
  const page = await opened(t, '#/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.evaluate(() => navigator.clipboard.writeText('pasted words'));
  await page.focus('#login-password');
  await page.keyboard.press('Control+v');

  assert.equal(await page.inputValue('#login-password'), 'pasted words');
  assert.equal(await page.getAttribute('#login-name', 'autocomplete'), 'username');
  assert.equal(await page.getAttribute('#login-password', 'autocomplete'), 'current-password');
});

test('a second factor is set up, asked for after the password only, and stood in for by a recovery code', async (t) => {
  const { name, password } = await somebody('Viewer');
  const page = await enter(browser, '#/account', { name, password });
  t.after(() => page.close());
  await page.getByRole('button', { name: 'Set up…' }).click();
  await page.fill('#factor-password', password);
  await page.click('#step-go');
  const key = await page.locator('#factor-secret').textContent();
  assert.match(await page.getAttribute('#factor-uri', 'href'), /^otpauth:\/\/totp\//);
  await page.fill('#factor-code', '000000');
  await page.click('#step-go');
  await page.locator('#step-error').waitFor();
  await page.fill('#factor-code', codeOf(key));
  await page.click('#step-go');
  const [recovery] = (await page.locator('#recovery-codes').textContent()).split('\n');
  await page.click('#step-go');
  await page.getByText('10 recovery codes are left').waitFor();

  await page.click('m-top-bar .menu summary');
  await page.click('#logout');
  await page.locator('#login[open]').waitFor();
  assert.equal(await page.locator('#login-code').count(), 0);
  await login(page, name, 'not the password');
  await page.locator('#step-error').waitFor();
  assert.equal(await page.locator('#login-code').count(), 0);
  await login(page, name, password);
  await page.locator('#login-code').waitFor();
  assert.equal(await focused(page), 'login-code');
  await page.fill('#login-code', recovery);
  await page.click('#step-go');
  await page.getByText('9 recovery codes are left').waitFor();
});

test('who may not sees why: pages name the permission, and so do controls', async (t) => {
  const viewer = await somebody('Viewer');
  const page = await enter(browser, '#/users', viewer);
  t.after(() => page.close());
  await page.getByRole('heading', { name: 'You may not see this page' }).waitFor();
  await page.getByText('User.Read').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Users' }).count(), 0);
});

test('a session that was ended elsewhere is asked for above the page, which stays as it is', async (t) => {
  const { id, name, password } = await somebody('Viewer');
  const page = await enter(browser, '#/account?tab=keys', { name, password });
  t.after(() => page.close());
  await page.getByRole('button', { name: 'Make a key…' }).click();
  await page.fill('.dialog [name=name]', 'typed before it ended');
  await remove(`/users/${id}/sessions`);
  await page.locator('#login[open]').waitFor();

  assert.equal(await page.inputValue('#login-name'), name);
  assert.equal(await focused(page), 'login-password');
  await page.fill('#login-password', password);
  await page.click('#step-go');
  await page.locator('#login[open]').waitFor({ state: 'detached' });
  assert.equal(await page.inputValue('.dialog [name=name]'), 'typed before it ended');
  await page.getByRole('button', { name: 'Make a key', exact: true }).click();
  await page.locator('#key-secret', { hasText: /^mvk_/ }).waitFor();
});

test('a login in one tab lets the other go on', async (t) => {
  const { id, name, password } = await somebody('Viewer');
  const context = await browser.newContext();
  t.after(() => context.close());
  const one = await enter(context, '#/account?tab=sessions', { name, password });
  const two = await context.newPage();
  await two.goto(`${node}/#/account?tab=preferences`);
  await two.getByRole('heading', { name: 'My account' }).waitFor();
  assert.equal(await two.locator('#login[open]').count(), 0);

  await remove(`/users/${id}/sessions`);
  for (const tab of [one, two]) {
    await tab.locator('#login[open]').waitFor(); // live events are refused, too
  }
  await login(one, name, password);

  await two.locator('#login[open]').waitFor({ state: 'detached' });
  await one.getByText('This session').waitFor();
});

test('somebody else who logs in sees nothing of what was filled in', async (t) => {
  const { id, name, password } = await somebody('Viewer');
  const other = await somebody('Viewer');
  const page = await enter(browser, '#/account?tab=keys', { name, password });
  t.after(() => page.close());
  await page.getByRole('button', { name: 'Make a key…' }).click();
  await page.fill('.dialog [name=name]', 'for my eyes only');
  await remove(`/users/${id}/sessions`);
  await page.locator('#login[open]').waitFor();
  await login(page, other.name, other.password);

  await page.locator('.menu summary', { hasText: other.name }).waitFor();
  assert.equal(await page.locator('.dialog[open]').count(), 0);
});

test('before a session ends by time it is told, and one key has it last longer', async (t) => {
  const { name, password } = await somebody('Viewer');
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.clock.install();
  await page.goto(`${node}/#/account?tab=preferences`);
  await login(page, name, password);
  await page.locator('#connection[data-state=live]').waitFor({ state: 'attached' });
  await page.click('#pause');
  await page.clock.fastForward('11:58:30');
  await page.locator('#session-end[open]').waitFor();
  const refreshed = page.waitForResponse((answer) => answer.url().endsWith('/auth/refresh') && answer.ok());
  await page.keyboard.press('Enter');

  await refreshed;
  await page.locator('#session-end[open]').waitFor({ state: 'detached' });
});

test('what somebody likes outlasts a logout', async (t) => {
  const page = await enter(browser, '#/account?tab=preferences', await somebody('Viewer'));
  t.after(() => page.close());
  await page.locator('m-preferences').getByLabel('Theme').selectOption('dark');
  await page.click('m-top-bar .menu summary');
  await page.click('#logout');
  await page.locator('#login[open]').waitFor();

  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
});

test('the login fits a narrow screen', async (t) => {
  const page = await opened(t, '#/', { viewport: { width: 360, height: 640 } });
  const box = await page.locator('#login').boundingBox();

  assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360);
});
