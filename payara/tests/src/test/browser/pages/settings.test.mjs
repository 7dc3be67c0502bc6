// What is set, and where it was given.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

test('a setting says its value and its source, and what is secret is not shown', async () => {
  const page = await enter(browser, '#/settings?given=true');
  await page.getByRole('heading', { name: 'All settings of this node' }).waitFor();
  const secret = page.getByRole('row', { name: /milvaion\.root\.password / });
  await secret.getByText('secret').waitFor();
  assert.doesNotMatch(await page.locator('main').innerText(), new RegExp(process.env.MILVAION_ROOT_PASSWORD));
  assert.equal(await page.getByRole('row', { name: /milvaion\.export\.max-rows/ }).count(), 0);
  await page.close();
});

test('the filter is in the address, and each limit can be taken away', async () => {
  const page = await enter(browser, '#/settings?q=milvaion.export');
  await page.getByRole('row', { name: /milvaion\.export\.max-rows/ }).waitFor();
  assert.equal(await page.locator('tbody tr').count(), 2);
  await page.getByRole('button', { name: 'Remove Text: milvaion.export' }).click();
  await page.getByRole('row', { name: /milvaion\.session\.idle-hours/ }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.close();
});
