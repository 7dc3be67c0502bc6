// The audit trail: who did what, from where, and that nobody has changed it since.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { newcomer, somebody } from '../account.mjs';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { node, post } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const trail = async (t, query = '') => {
  const page = await enter(browser, `#/audit${query}`);
  t.after(() => page.close());
  await page.locator('m-audit tbody tr').first().waitFor();
  return page;
};

test('entries are filtered by the address, each limit is a chip, and chips are taken away', async (t) => {
  const { id, name } = await newcomer('Viewer');
  const page = await trail(t, `?action=account.create&objectId=${id}&objectType=account`);
  await page.getByText(`account ${name}`).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('m-audit tbody tr:not(.room)').length === 1);
  assert.equal(await page.locator('.chip').count(), 3);

  await page.getByRole('button', { name: /Remove id/ }).click();
  await page.waitForFunction(() => !location.hash.includes('objectId'));
  await page.getByLabel('Outcome').selectOption('failed');
  await page.waitForURL(/outcome=failed/);
  await page.locator('.chip', { hasText: 'failed' }).waitFor();
  assert.deepEqual(page.complaints, []);
});

test('a text is searched in the last 31 days, and the page says so', async (t) => {
  const { name } = await newcomer('Viewer');
  const page = await trail(t);
  await page.getByLabel('Search what entries say').fill(name);
  await page.getByText('Text is looked for in the last 31 days').waitFor();
  await page.waitForURL((url) => url.hash.includes(name));
  await page.getByText(`account ${name}`).first().waitFor();
});

test('an entry shows what has changed, by whom, by which key, and no secret', async (t) => {
  const made = await post('/jobs', {
    displayName: 'Audited', jobType: 'noop', cronExpression: '0 0 0 1 1 *', isActive: false,
    jobData: JSON.stringify({ password: 'known to nobody' }),
  }).catch(() => post('/jobs', { displayName: 'Audited', jobType: 'noop', cronExpression: '0 0 0 1 1 *' }));
  const page = await trail(t, `?objectType=job&objectId=${made.id}`);
  await page.getByRole('link', { name: 'job.create' }).first().click();
  await page.getByRole('heading', { name: /job\.create/, level: 1 }).waitFor();

  const facts = page.locator('.facts');
  await facts.getByText('root', { exact: true }).waitFor();
  await facts.getByText(/API key/).waitFor();
  await facts.getByText('127.0.0.1').waitFor();
  await page.locator('.diff').getByText('Audited').first().waitFor();
  assert.equal((await page.content()).includes('known to nobody'), false);
});

test('the chain is verified, and what was compared is told', async (t) => {
  const page = await trail(t);
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await page.getByText(/Intact: [\d,]+ entries/).waitFor();
  await page.getByText(/its hash [0-9a-f]{64}/).waitFor();
});

test('what is shown is exported as CSV', async (t) => {
  const { id } = await newcomer('Viewer');
  const page = await trail(t, `?objectType=account&objectId=${id}`);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export as CSV' }).click()]);
  const lines = readFileSync(await file.path(), 'utf8').trim().split(/\r?\n/);

  assert.match(lines[0], /^number,at,actor/);
  assert.ok(lines.length > 1 && lines.slice(1).every((line) => line.includes(id)));
});

test('who may not read it is told which permission it needs', async (t) => {
  const page = await enter(browser, '#/audit', await somebody('Viewer'));
  t.after(() => page.close());
  await page.getByText('Audit.Read').waitFor();
  assert.ok(page.url().startsWith(node));
});
