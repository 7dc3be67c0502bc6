// Accounts and roles, as who sees to them does.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { newcomer, somebody } from '../account.mjs';
import { open } from '../browser.mjs';
import { enter, login } from '../enter.mjs';
import { get, node } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const entered = async (t, hash, options) => {
  const page = await enter(browser, hash, options);
  t.after(() => page.close());
  return page;
};

const press = async (page, name) => {
  await page.getByRole('button', { name }).click();
  await page.locator('.dialog[open] [class~=primary], .dialog[open] [class~=danger]').click();
  await page.locator('.dialog[open]').waitFor({ state: 'detached' });
};

test('an account is made, found by its name, and its first password lets it choose another', async (t) => {
  const page = await entered(t, '#/users');
  const name = `ada-${randomUUID().slice(0, 8)}`;
  await page.getByRole('button', { name: 'Make an account…' }).click();
  await page.fill('.dialog [name=name]', name);
  await page.getByRole('button', { name: 'Make one up' }).click();
  const password = await page.inputValue('.dialog [name=password]');
  await page.locator('.dialog').getByLabel('Viewer').check();
  await page.locator('.dialog .primary').click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByText('First password').first().waitFor();

  await page.goto(`${node}/#/users`);
  await page.getByLabel('Search names and addresses').fill(name.toUpperCase());
  await page.getByRole('link', { name }).waitFor();
  await page.locator('.chip', { hasText: name.toUpperCase() }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('m-users tbody tr:not(.room)').length === 1);
  assert.deepEqual(page.complaints, []);
  const other = await browser.newPage();
  t.after(() => other.close());
  await other.goto(`${node}/#/account`);
  await login(other, name, password);
  await other.locator('#password-new').waitFor();
});

test('what is wrong with an account is told at its field, and nothing that was typed is lost', async (t) => {
  const page = await entered(t, '#/users');
  await page.getByRole('button', { name: 'Make an account…' }).click();
  await page.fill('.dialog [name=name]', 'no spaces please');
  await page.fill('.dialog [name=password]', 'password1');
  await page.locator('.dialog .primary').click();
  await page.locator('.dialog [role=alert]', { hasText: 'name' }).waitFor();

  assert.equal(await page.inputValue('.dialog [name=name]'), 'no spaces please');
});

test('roles are changed, and an account is disabled and deleted', async (t) => {
  const { id, name } = await newcomer('Viewer');
  const page = await entered(t, `#/users/${id}`);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Change roles…' }).click();
  await page.locator('.dialog').getByLabel('Operator').check();
  await page.locator('.dialog .primary').click();
  await page.locator('.facts').getByRole('link', { name: 'Operator' }).waitFor();
  assert.deepEqual((await get(`/users/${id}`)).roles, ['Operator', 'Viewer']);

  await press(page, 'Disable…');
  await page.locator('.facts', { hasText: 'Disabled' }).waitFor();
  await page.getByRole('button', { name: 'Enable' }).click();
  await page.locator('.facts', { hasText: 'First password' }).waitFor();
  await press(page, 'Delete…');
  await page.waitForURL(/#\/users$/);
});

test('sessions of somebody are seen and ended, and their password is reset', async (t) => {
  const person = await somebody('Viewer');
  const theirs = await entered(t, '#/account', person);
  const page = await entered(t, `#/users/${person.id}`);
  await page.locator('m-sessions', { hasText: 'Chrome on Linux' }).waitFor();
  await press(page, 'End sessions…');
  await theirs.locator('#login[open]').waitFor();

  await page.getByRole('button', { name: 'Reset password…' }).click();
  await page.getByRole('button', { name: 'Make one up' }).click();
  const password = await page.inputValue('.dialog [name=password]');
  await page.locator('.dialog .danger').click();
  await page.locator('.facts', { hasText: 'First password' }).waitFor();
  await login(theirs, person.name, password);
  await theirs.locator('#password-new').waitFor();
});

test('a role of one\'s own is made with a limit, seen in the table, and deleted once nobody has it', async (t) => {
  const role = `Shop ${randomUUID().slice(0, 8)}`;
  const page = await entered(t, '#/roles');
  await page.getByRole('columnheader', { name: /Viewer/ }).waitFor();
  await page.getByRole('button', { name: 'Make a role…' }).click();
  await page.fill('.dialog [name=name]', role);
  await page.check('.dialog [value="Job.Read"]');
  await page.getByText('Limit to some jobs').click();
  await page.fill('.dialog [name=tags]', 'shop, web');
  await page.locator('.dialog .primary').click();
  await page.getByText('jobs tagged shop or web').first().waitFor();
  assert.deepEqual((await get(`/roles/${encodeURIComponent(role)}`)).limit.tags, ['shop', 'web']);

  const { id, name } = await newcomer(role);
  const column = page.locator('.role-foot tr').last().locator('td', { has: page.getByRole('button') });
  await column.last().getByRole('button', { name: 'Delete…' }).click();
  await page.locator('.dialog', { hasText: name }).waitFor();
  await page.getByRole('button', { name: 'Show them' }).click();
  await page.getByRole('link', { name }).waitFor();
  await page.locator('.chip', { hasText: role }).waitFor();
  await page.goto(`${node}/#/users/${id}`);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await press(page, 'Delete…');
  await page.goto(`${node}/#/roles`);
  await column.last().getByRole('button', { name: 'Delete…' }).click();
  await page.locator('.dialog .danger').click();
  await page.getByRole('columnheader', { name: role }).waitFor({ state: 'detached' });
});

test('who may only read sees every control, and which permission it needs', async (t) => {
  const role = `Reader ${randomUUID().slice(0, 8)}`;
  const admin = await entered(t, '#/roles');
  await admin.getByRole('button', { name: 'Make a role…' }).click();
  await admin.fill('.dialog [name=name]', role);
  await admin.check('.dialog [value="User.Read"]');
  await admin.locator('.dialog .primary').click();
  await admin.getByRole('columnheader', { name: role }).waitFor();
  const page = await entered(t, '#/users', await somebody(role));
  const make = page.getByRole('button', { name: /Make an account…/ });

  assert.equal(await make.getAttribute('aria-disabled'), 'true');
  assert.match(await make.textContent(), /User\.Write/);
  await make.click({ force: true });
  assert.equal(await page.locator('.dialog[open]').count(), 0);
});

test('keys of all are seen and can be revoked, not rotated', async (t) => {
  const person = await somebody('Viewer');
  const theirs = await entered(t, '#/account?tab=keys', person);
  const name = `key ${randomUUID().slice(0, 8)}`;
  await theirs.getByRole('button', { name: 'Make a key…' }).click();
  await theirs.fill('.dialog [name=name]', name);
  await theirs.locator('.dialog .primary').click();
  await theirs.locator('#key-secret').waitFor();
  const page = await entered(t, '#/api-keys');
  const row = page.getByRole('row', { name });
  await row.getByText(person.name).waitFor();
  assert.equal(await row.getByRole('button', { name: 'Rotate' }).count(), 0);
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.locator('.dialog .danger').click();
  await row.getByText('Revoked').waitFor();
});
