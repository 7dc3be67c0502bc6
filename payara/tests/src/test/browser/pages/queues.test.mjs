// What waits, and what it takes to be done with it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, node, post, remove } from '../node.mjs';

let browser;
let lonely;

/** A type that no worker has, and that no test before has left messages of. */
const nobodys = `nobody${Date.now()}`;

before(async () => {
  browser = await open();
  lonely = (await post('/jobs', { displayName: 'Nobody runs this', jobType: nobodys, schedule: 'none', concurrentExecutionPolicy: 'parallel' })).id;
  await post(`/jobs/${lonely}/trigger`, {});
  await post(`/jobs/${lonely}/trigger`, {});
});

after(async () => {
  await browser.close();
  await remove(`/jobs/${lonely}`);
});

test('a queue that nobody consumes is named in a sentence, with what waits in it', async () => {
  const page = await enter(browser, '#/queues');
  await page.getByText(`No worker takes ${nobodys}: 2 runs wait.`).waitFor();

  const row = page.getByRole('row', { name: nobodys });
  await row.getByRole('cell', { name: '2', exact: true }).first().waitFor();
  assert.match(await row.innerText(), /\d+ (ms|s|m)/, 'how long the oldest has waited');
  await row.getByRole('link').click();
  await page.waitForURL(new RegExp(`#/runs\\?jobType=${nobodys}`));
  await page.close();
});

test('figures are read again while the page is seen, and not while it is paused', async () => {
  const page = await enter(browser, '#/queues');
  const asked = [];
  page.on('request', (request) => request.url().includes('/admin/queues') && asked.push(request.url()));
  await page.waitForRequest(/admin\/queues/);
  await page.getByText(/as of \d\d:\d\d:\d\d/).waitFor();

  await page.keyboard.press('p');
  await page.locator('#connection[data-state=paused]').waitFor({ state: 'attached' });
  const before = asked.length;
  await new Promise((resolve) => { setTimeout(resolve, 6000); });
  assert.equal(asked.length, before);
  await page.close();
});

test("the planner answers by the guide's formula, and keeps what was chosen in the address", async () => {
  const page = await enter(browser, '#/queues');
  const fill = async (label, value) => {
    await page.getByRole('spinbutton', { name: label }).fill(String(value));
    await page.keyboard.press('Tab');
  };
  await fill('Workers', 3);
  await fill('Slots of each', 20);
  await fill('Mean duration in seconds', 2);
  await fill('Runs a second', 50);
  const answer = page.locator('.answer');
  await answer.getByText('3 × 20 ÷ 2 s = 30 runs a second').waitFor();
  await answer.getByText('You need 5 workers of 20 slots.').waitFor();
  await answer.getByText('Or 34 slots on each of your 3 workers.').waitFor();

  await page.reload();
  await answer.getByText('You need 5 workers of 20 slots.').waitFor();
  await page.getByRole('slider', { name: 'Workers' }).press('End');
  await answer.getByText('What you have is enough.').waitFor();
  assert.match(page.url(), /workers=100/);
  await page.close();
});

test('the planner begins with what was measured', async () => {
  const hello = (await get('/admin/capacity')).types.find((type) => type.measuredRuns > 0);
  const page = await enter(browser, '#/queues');
  await page.getByLabel('Job type').selectOption(hello.jobType);

  await page.getByText(/Measured: .+ on average/).waitFor();
  await page.getByRole('radio', { name: 'an empty queue' }).check();
  await page.locator('.answer').getByText(/runs a second are wanted: \d+ runs? waits?/).waitFor();
  await page.goto(`${node}/#/queues`);
  await page.close();
});
