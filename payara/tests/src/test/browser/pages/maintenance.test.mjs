// Dispatching is stopped and resumed, and jobs are paused, in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, post, remove } from '../node.mjs';
import { viewer } from '../viewer.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(async () => {
  await post('/admin/dispatch/resume', {});
  for (const pause of (await get('/admin/pauses')).items) {
    await remove(`/admin/pauses/${pause.id}`);
  }
  await browser.close();
});

test('who stops dispatching says why, and everybody sees it on every page until it goes on', async () => {
  const page = await enter(browser, '#/maintenance');
  const other = await enter(browser, '#/jobs');
  await page.getByRole('button', { name: 'Stop dispatching' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('On all nodes nothing is planned').waitFor();
  await dialog.getByRole('button', { name: 'Stop dispatching' }).click();
  assert.equal((await get('/admin/dispatch')).stopped, false, 'not without a reason');
  await dialog.getByLabel('Reason').fill('a bad deployment');
  await dialog.getByRole('button', { name: 'Stop dispatching' }).click();
  await dialog.waitFor({ state: 'detached' });

  for (const one of [page, other]) {
    await one.locator('[data-standstill=stopped]').getByText('Dispatching is stopped by root: a bad deployment').waitFor();
  }
  assert.equal((await get('/admin/dispatch')).reason, 'a bad deployment');

  await page.getByRole('button', { name: 'Resume dispatching' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('rolled back');
  await page.getByRole('dialog').getByRole('button', { name: 'Resume dispatching' }).click();
  for (const one of [page, other]) {
    await one.locator('[data-standstill=stopped]').waitFor({ state: 'detached' });
  }
  await page.getByRole('row', { name: /a bad deployment.*rolled back/ }).waitFor();
  assert.deepEqual(page.complaints, []);
});

test('a pause is opened and ended, and what is wrong with one is said in its dialog', async () => {
  const page = await enter(browser, '#/maintenance');
  const pause = async (kind, name) => {
    await page.getByLabel('Jobs of').selectOption(kind);
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Reason').fill('the bank is closed');
    await page.getByRole('dialog').getByRole('button', { name: 'Pause jobs' }).click();
  };
  await page.getByRole('button', { name: 'Pause jobs' }).click();
  await pause('jobType', 'No Type');
  await page.getByRole('dialog').getByText('scope.jobType').waitFor();
  await pause('tag', 'billing');

  await page.getByRole('cell', { name: 'Tag billing' }).waitFor();
  await page.locator('[data-standstill=paused]').getByText('Tag billing is paused by root: the bank is closed').waitFor();
  assert.equal((await get('/admin/pauses')).items[0].scope.tag, 'billing');

  await page.getByRole('button', { name: 'End pause' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End pause' }).click();
  await page.getByText('Nothing is paused.').waitFor();
  await page.locator('[data-standstill=paused]').waitFor({ state: 'detached' });
  assert.deepEqual((await get('/admin/pauses')).items, []);
  assert.deepEqual(page.complaints, ['Failed to load resource: the server responded with a status of 400 (Bad Request)']);
});

test('a Viewer sees how it stands, and which permission is missing to change it', async () => {
  const page = await enter(browser, '#/maintenance', await viewer());
  for (const name of [/^Stop dispatching/, /^Pause jobs/]) {
    const button = page.getByRole('button', { name });
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    assert.match(await button.innerText(), /You lack the permission System\.Operate/);
    await button.click({ force: true });
  }

  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal((await get('/admin/dispatch')).stopped, false);
});
