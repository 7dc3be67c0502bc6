// Who takes part, who leads, and how the whole is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, post } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(async () => {
  await browser.close();
});

const tab = (page, name) => page.getByRole('navigation', { name: 'Cluster' }).getByRole('link', { name }).click();

test('the node that leads is shown with its versions, and how the servers answer it', async () => {
  const { leader } = await get('/admin/cluster');
  const page = await enter(browser, '#/cluster');
  const row = page.getByRole('table', { name: 'Nodes' }).getByRole('row', { name: leader.node });

  await row.getByText('leads').waitFor();
  assert.match(await row.innerText(), /\d+(\.\d+)? (µs|ms)/);
  await page.getByText(/renewed .+ ago/).waitFor();
  await page.getByRole('table', { name: 'Last terms' }).getByRole('cell', { name: String(leader.term), exact: true }).waitFor();
  await page.close();
});

test('each node shows its rules of time zones and where they come from, and looks for newer ones', async () => {
  const { version, source } = await get('/admin/zone-rules');
  const page = await enter(browser, '#/cluster');
  const row = page.getByRole('table', { name: 'Nodes' }).getByRole('row', { name: /leads/ });
  await row.getByText(version, { exact: true }).waitFor();
  await row.getByText(source, { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Look for new rules of time zones' }).click();
  await page.getByText(`plans by the rules ${version}, of ${source}.`).waitFor();
  await page.close();
});

test('each tab has an address, and shows what it is called', async () => {
  const page = await enter(browser, '#/cluster?tab=limits');
  await page.getByRole('rowheader', { name: 'Connections to PostgreSQL' }).waitFor();
  await tab(page, 'Bottlenecks');
  await page.getByRole('rowheader', { name: 'A queue grows' }).waitFor();
  assert.equal(await page.getByRole('table', { name: 'Bottlenecks' }).getByRole('rowheader').count(), 5);
  await tab(page, 'Storage');
  await page.getByText('7 days are made ahead.').waitFor();
  await page.getByRole('rowheader', { name: 'occurrences', exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('rowheader', { name: 'A queue grows' }).waitFor();
  await page.close();
});

test('dispatching is stopped for a reason, seen by others at once, and resumed', async () => {
  const page = await enter(browser, '#/cluster?tab=dispatching');
  const other = await enter(browser, '#/cluster?tab=dispatching');
  await other.getByText('Dispatching goes on.').waitFor();
  try {
    await page.getByRole('button', { name: 'Stop dispatching' }).click();
    await page.getByLabel('Reason').fill('a bad deployment');
    await page.getByRole('dialog').getByRole('button', { name: 'Stop dispatching' }).click();
    await page.getByText('Dispatching is stopped by root.').waitFor();

    await other.getByText('Dispatching is stopped by root.').waitFor();
    await other.getByRole('table', { name: 'Stops so far' }).getByText('a bad deployment').waitFor();
    await other.getByRole('button', { name: 'Resume dispatching' }).click();
    await other.getByLabel('Reason').fill('mended');
    await other.getByRole('dialog').getByRole('button', { name: 'Resume dispatching' }).click();
    await page.getByText('Dispatching goes on.').waitFor();
  } finally {
    await post('/admin/dispatch/resume', {});
  }
  await page.close();
  await other.close();
});

test('a look for impossible states is asked for, and ends', async () => {
  const page = await enter(browser, '#/cluster?tab=repairs');
  await page.getByRole('button', { name: 'Look for impossible states' }).click();
  const asked = page.getByRole('table', { name: 'Looks that somebody asked for' });
  await asked.getByRole('row').nth(1).getByText('root').waitFor();
  await asked.getByRole('row').nth(1).getByText(/\d\d:\d\d:\d\d/).nth(1).waitFor();
  await page.close();
});
