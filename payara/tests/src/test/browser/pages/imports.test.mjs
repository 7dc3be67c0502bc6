// Jobs of other schedulers are taken over.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, remove } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const made = async (prefix) => (await get(`/jobs?q=${prefix}&limit=50`)).items;

test('a crontab is shown as it would become, then taken over', async (t) => {
  const prefix = `b${Date.now()}`;
  t.after(async () => Promise.all((await made(prefix)).map((job) => remove(`/jobs/${job.id}`))));
  const page = await enter(browser, '#/imports');
  t.after(() => page.close());
  await page.fill('#import-text', '30 2 * * * /usr/local/bin/backup --all\n0 9 13 * 5 /usr/local/bin/report\n@reboot /usr/local/bin/warm-up\n');
  await page.getByText('For all of them').click();
  await page.fill('#import-timeZone', 'Europe/Berlin');
  await page.fill('#import-prefix', prefix);
  await page.fill('#import-jobType', 'noop');
  await page.press('#import-jobType', 'Tab');
  await page.click('#import-look');

  await page.getByRole('row', { name: /backup/ }).getByText('the same here and there').or(page.getByText('not the same')).first().waitFor();
  await page.getByText('It cannot be taken over').waitFor(); // @reboot
  assert.equal((await made(prefix)).length, 0);
  await page.getByRole('button', { name: 'Take over 2 jobs' }).click();
  await page.getByText('2 jobs were taken over').waitFor();
  const jobs = await made(prefix);
  assert.equal(jobs.length, 2);
  assert.ok(jobs.some((job) => job.cronExpression.includes('13')));
  assert.deepEqual(page.complaints, []);
});

test('the source is in the address; a file that is none is refused by its line', async (t) => {
  const page = await enter(browser, '#/imports?format=kubernetes');
  t.after(() => page.close());
  assert.equal(await page.inputValue('#import-format'), 'kubernetes');
  await page.fill('#import-text', 'kind: [');
  await page.click('#import-look');
  await page.getByRole('alert').waitFor();
});
