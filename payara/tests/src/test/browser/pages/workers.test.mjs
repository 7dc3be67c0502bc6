// A worker is drained and resumed in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, post, remove } from '../node.mjs';
import { viewer } from '../viewer.mjs';

let browser;
let worker;
const jobs = [];

before(async () => {
  browser = await open();
  worker = (await get('/workers?limit=200')).items.find((one) => one.alive).instanceId;
});

after(async () => {
  await post(`/workers/${worker}/resume`, {});
  for (const job of jobs) {
    await remove(`/jobs/${job}`);
  }
  await browser.close();
});

const sleeper = async () => {
  const { id } = await post('/jobs', { displayName: `sleeper ${Math.random()}`, jobType: 'sleep', cronExpression: '0 0 0 1 1 *', jobData: { millis: 12000 } });
  jobs.push(id);
  return id;
};

const rowOf = (page) => page.locator(`tr[data-worker="${worker}"]`);

test('a drained worker says what keeps it, ends that, takes nothing new, and takes runs again', async () => {
  const page = await enter(browser, '#/workers');
  await rowOf(page).getByText('Active').waitFor();
  const { occurrenceId } = await post(`/jobs/${await sleeper()}/trigger`);
  await rowOf(page).getByRole('button', { name: worker }).click();
  await rowOf(page).getByRole('button', { name: 'Drain' }).click();
  await page.getByLabel('Reason').fill('a new disk');
  await page.getByRole('dialog').getByRole('button', { name: 'Drain' }).click();

  await rowOf(page).getByText('Draining').waitFor();
  await rowOf(page).getByText('Drained by root: a new disk').waitFor();
  await page.getByRole('link', { name: occurrenceId }).waitFor();
  assert.match(page.url(), new RegExp(`worker=${worker}`));
  await rowOf(page).getByText('Drained', { exact: true }).waitFor({ timeout: 30_000 });
  assert.equal((await get(`/occurrences/${occurrenceId}`)).state, 'completed');
  const { occurrenceId: waiting } = await post(`/jobs/${jobs[0]}/trigger`);

  await rowOf(page).getByRole('button', { name: 'Resume' }).click();
  await page.getByLabel('Reason').fill('it is in');
  assert.equal((await get(`/occurrences/${waiting}`)).state, 'queued');
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await rowOf(page).getByText('Active').waitFor();
  await page.getByRole('link', { name: waiting }).waitFor({ timeout: 30_000 });
  assert.deepEqual(page.complaints, []);
});

test('a group is shown as drained before it has workers', async () => {
  const page = await enter(browser, '#/workers');
  await rowOf(page).waitFor();
  await post('/worker-groups/mailers/drain', { reason: 'a move' });

  const group = page.getByRole('region', { name: 'Group mailers' });
  await group.getByText('Drained by root: a move').waitFor();
  await group.getByRole('button', { name: 'Resume group' }).click();
  await page.getByLabel('Reason').fill('moved');
  await page.getByRole('dialog').getByRole('button', { name: 'Resume group' }).click();
  await group.waitFor({ state: 'detached' });
  assert.ok(!(await get('/worker-groups?limit=200')).items.some((one) => one.name === 'mailers'));
});

test('a Viewer sees the workers, and which permission is missing to drain one', async () => {
  const page = await enter(browser, '#/workers', await viewer());
  const button = rowOf(page).getByRole('button', { name: /^Drain/ });

  assert.equal(await button.getAttribute('aria-disabled'), 'true');
  assert.match(await button.innerText(), /You lack the permission Worker\.Drain/);
  await button.click({ force: true });
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal((await get(`/workers/${worker}`)).worker.state, 'active');
});

test('heartbeats are seen as they come, and the seconds between them', async () => {
  const page = await enter(browser, '#/workers');
  const age = rowOf(page).locator('.heartbeat');
  const seen = new Set();
  for (let i = 0; i < 40; i++) {
    seen.add(await age.innerText());
    await page.waitForTimeout(250);
  }

  assert.ok(seen.size >= 4, `${[...seen]}`);
  assert.equal(await age.getAttribute('data-grade'), 'good');
});
