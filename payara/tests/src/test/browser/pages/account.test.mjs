// What people see and change of themselves.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { somebody } from '../account.mjs';
import { open } from '../browser.mjs';
import { enter, login } from '../enter.mjs';
import { api, node } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const account = async (t, tab, person) => {
  const page = await enter(browser, `#/account?tab=${tab}`, person ?? await somebody('Viewer'));
  t.after(() => page.close());
  return page;
};

const statusWith = async (secret) =>
  (await fetch(`${api}/jobs?limit=1`, { headers: { Authorization: `Bearer ${secret}` } })).status;

test('one reads who one is, and what that permits in words', async (t) => {
  const person = await somebody('Viewer');
  const page = await account(t, 'me', person);

  await page.locator('.facts', { hasText: person.name }).waitFor();
  await page.getByText('See jobs, their schedules and versions').waitFor();
  assert.equal(await page.getByText('Make, change and delete jobs').count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('a password is changed; the session that does it stays, others end', async (t) => {
  const person = await somebody('Viewer');
  const other = await enter(browser, '#/account', person);
  t.after(() => other.close());
  const page = await account(t, 'me', person);
  const next = `third ${randomUUID()}`;
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.fill('#currentPassword', 'not the password');
  await page.fill('#newPassword', next);
  await page.locator('.dialog .primary').click();
  await page.locator('.dialog [role=alert]').waitFor();
  await page.fill('#currentPassword', person.password);
  await page.locator('.dialog .primary').click();
  await page.locator('.dialog[open]').waitFor({ state: 'detached' });

  await other.locator('#login[open]').waitFor();
  await login(other, person.name, next);
  await other.locator('#login[open]').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Sessions' }).click();
  await page.getByText('This session').waitFor();
});

test('an e-mail address is changed with the password as a proof', async (t) => {
  const person = await somebody('Viewer');
  const page = await account(t, 'me', person);
  const address = `${randomUUID()}@example.org`;
  await page.getByRole('button', { name: 'Change e-mail' }).click();
  await page.fill('.dialog [name=email]', address);
  await page.fill('.dialog [name=password]', person.password);
  await page.locator('.dialog .primary').click();

  await page.locator('.facts', { hasText: address }).waitFor();
});

test('one session is ended, then all others', async (t) => {
  const person = await somebody('Viewer'); // who has two sessions of before
  const one = await enter(browser, '#/account', person);
  t.after(() => one.close());
  const page = await account(t, 'sessions', person);
  const rows = page.locator('m-sessions tbody tr:not(.room)');
  await page.getByText('This session').waitFor();
  const before = await rows.count();
  await rows.nth(1).getByRole('button', { name: 'End session' }).click();
  await page.waitForFunction((count) => document.querySelectorAll('m-sessions tbody tr:not(.room)').length === count, before - 1);
  await one.locator('#login[open]').waitFor();

  await page.getByRole('button', { name: 'End all other sessions' }).click();
  await page.locator('.dialog .danger').click();
  await page.waitForFunction(() => document.querySelectorAll('m-sessions tbody tr:not(.room)').length === 1);
  await page.getByText('This session').waitFor();
});

test('a key is made with less than one may, shown once, rotated with an overlap and revoked', async (t) => {
  const page = await account(t, 'keys');
  await page.getByText('There is no API key yet').waitFor();
  await page.getByRole('button', { name: 'Make a key…' }).click();
  await page.fill('.dialog [name=name]', 'reports');
  await page.getByText('Only some of my permissions').click();
  assert.equal(await page.locator('.dialog [value="Job.Write"]').count(), 0);
  await page.check('.dialog [value="Job.Read"]');
  await page.locator('.dialog .primary').click();
  const secret = await page.locator('#key-secret').textContent();
  assert.equal(await statusWith(secret), 200);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('1 permission').waitFor();
  assert.equal((await page.content()).includes(secret), false);

  await page.getByRole('button', { name: 'Rotate' }).click();
  await page.locator('.dialog .primary').click();
  const successor = await page.locator('#key-secret', { hasNotText: secret }).textContent();
  assert.deepEqual([await statusWith(secret), await statusWith(successor)], [200, 200]);
  await page.getByRole('button', { name: 'I have kept it' }).click();

  await page.waitForFunction(() => document.querySelectorAll('m-api-keys tbody tr:not(.room)').length === 2);
  await page.getByRole('button', { name: 'Revoke' }).first().click();
  await page.locator('.dialog .danger').click();
  await page.locator('m-api-keys').getByText('Revoked').waitFor();
  for (let tries = 0; await statusWith(successor) !== 401; tries++) {
    assert.ok(tries < 50, 'the key is still good');
    await pause(100);
  }
});

test('preferences hold at once and over a reload', async (t) => {
  const page = await account(t, 'preferences');
  await page.locator('m-preferences').getByLabel('Rows').selectOption('comfortable');
  await page.locator('m-preferences').getByLabel('Single letters are keys').uncheck();
  await page.reload();
  await page.getByRole('heading', { name: 'My account' }).waitFor();

  assert.equal(await page.evaluate(() => document.documentElement.dataset.density), 'comfortable');
  await page.keyboard.press('?');
  assert.equal(await page.locator('m-keys dialog[open]').count(), 0);
  assert.ok(page.url().startsWith(node));
});
