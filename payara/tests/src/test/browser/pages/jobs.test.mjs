// The list of jobs: what it shows, how it is narrowed, and what is done to many.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { job, trigger, until } from '../jobs.mjs';
import { get, patch, put } from '../node.mjs';
import { viewer } from '../viewer.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

/** Some jobs with a tag of their own. */
const tagged = async (t, ...names) => {
  const tag = `t${randomUUID().slice(0, 8)}`;
  const jobs = [];
  for (const name of names) {
    jobs.push(await job(t, { displayName: `${name} ${tag}`, tags: [tag] }));
  }
  return { tag, jobs };
};

const rows = (page) => page.locator('m-table tbody tr[aria-rowindex]');

const names = (page) => rows(page).locator('[data-job]').allTextContents();

/** Awaits what a function says; what it throws is not yet. */
const eventually = async (look) => {
  for (let i = 0; ; i++) {
    try {
      return await look();
    } catch (reason) {
      if (i === 150) {
        throw reason;
      }
    }
    await pause(100);
  }
};

test('a row for each job, with its last result beside it, and no data of it', async (t) => {
  const secret = `payload-${randomUUID()}`;
  const { tag, jobs: [one] } = await tagged(t, 'Often', 'Rare');
  await patch(`/jobs/${one.id}`, { jobData: { name: secret } });
  for (let i = 0; i < 3; i++) {
    await until(await trigger(one.id), 'completed');
  }
  const answers = [];
  const page = await enter(browser, '#/account');
  page.on('response', (response) => response.url().includes('/api/') && answers.push(response.text().catch(() => '')));
  await page.goto(page.url().replace(/#.*/, `#/jobs?tag=${tag}`));
  await rows(page).nth(1).waitFor();
  await page.getByRole('img', { name: 'Last 3 runs: 3 completed' }).waitFor();

  assert.deepEqual(await names(page), [`Often ${tag}`, `Rare ${tag}`]);
  await rows(page).first().getByRole('link', { name: 'Completed' }).waitFor();
  for (const answer of answers) {
    assert.doesNotMatch(await answer, new RegExp(secret));
  }
  assert.deepEqual(page.complaints, []);
});

test('the address is the view: it survives a reload and going back', async (t) => {
  const { tag } = await tagged(t, 'Alpha', 'Beta');
  const page = await enter(browser, `#/jobs?tag=${tag}`);
  await rows(page).nth(1).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('alpha');
  await page.waitForURL(/q=alpha/);
  await eventually(async () => assert.deepEqual(await names(page), [`Alpha ${tag}`]));
  await page.getByText('Columns', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Worker group' }).check();
  await page.waitForURL(/cols=/);

  await page.reload();
  await page.getByRole('columnheader', { name: 'Worker group' }).waitFor();
  await eventually(async () => assert.deepEqual(await names(page), [`Alpha ${tag}`]));
  await page.goBack();
  await page.getByRole('columnheader', { name: 'Worker group' }).waitFor({ state: 'detached' });
  await page.goBack();
  await eventually(async () => assert.equal((await names(page)).length, 2));
});

test('the server sorts, and says so in the head and the address', async (t) => {
  const { tag } = await tagged(t, 'B', 'A', 'C');
  const page = await enter(browser, `#/jobs?tag=${tag}`);
  await page.getByRole('button', { name: 'Name' }).click();
  await page.waitForURL(/sort=-displayName/);
  await eventually(async () => assert.deepEqual((await names(page)).map((name) => name[0]), ['C', 'B', 'A']));
  assert.equal(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'), 'descending');
});

test('every limit is a chip that can be taken away', async (t) => {
  const { tag } = await tagged(t, 'Chip');
  const page = await enter(browser, `#/jobs?tag=${tag}&q=nothing-like-it&active=false&jobType=hello`);
  await page.getByText('No job fits this filter.').waitFor();
  await page.getByRole('button', { name: 'Remove Text: nothing-like-it' }).click();
  await page.getByRole('button', { name: 'Remove Only paused' }).click();
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Remove Type: hello' }).click();
  assert.match(page.url(), new RegExp(`#/jobs\\?tag=${tag}$`));
});

test('jobs are counted by tag and type; each group leads to its jobs', async (t) => {
  const { tag } = await tagged(t, 'G1', 'G2');
  const page = await enter(browser, `#/jobs?tag=${tag}`);
  await page.getByLabel('Group by').selectOption({ label: 'Type' });
  await page.waitForURL(/by=jobType/);
  const group = page.getByRole('row', { name: 'hello 2 2' });
  await group.waitFor();
  await group.getByRole('link', { name: 'hello' }).click();
  await eventually(async () => assert.equal((await names(page)).length, 2));
});

test('rows stay where they are: a new job waits, a change is seen in its row, a deleted one says so', async (t) => {
  const { tag, jobs: [first, second] } = await tagged(t, 'M', 'N');
  const page = await enter(browser, `#/jobs?tag=${tag}`);
  await rows(page).nth(1).waitFor();
  await job(t, { displayName: `A before them ${tag}`, tags: [tag] });
  const news = page.getByRole('button', { name: 'new job' });
  await news.waitFor();
  assert.deepEqual(await names(page), [`M ${tag}`, `N ${tag}`]);
  await patch(`/jobs/${first.id}`, { active: false });
  await rows(page).first().getByText('Paused').waitFor();
  const run = await trigger(second.id);
  await until(run, 'completed');
  await rows(page).nth(1).getByRole('img', { name: 'Last 1 runs: 1 completed' }).waitFor();
  assert.deepEqual(await names(page), [`M ${tag}`, `N ${tag}`]);

  await news.click();
  await eventually(async () => assert.equal((await names(page))[0], `A before them ${tag}`));
});

test('what is done to the whole filter is an operation: counted, shown, asked, and watched', async (t) => {
  const { tag, jobs } = await tagged(t, 'One', 'Two', 'Three');
  const page = await enter(browser, `#/jobs?tag=${tag}`);
  await page.getByText('With all 3 jobs').click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`One ${tag}`).waitFor();
  await dialog.getByLabel('Reason').fill('the browser asked');
  await dialog.getByRole('button', { name: 'Pause 3 jobs' }).click();
  await page.getByRole('link', { name: 'Watch it' }).click();
  await page.waitForURL(/operations/);

  for (const one of jobs) {
    await eventually(async () => assert.equal((await get(`/jobs/${one.id}`)).active, false));
  }
});

test('tags are added to jobs that are ticked, by the keyboard', async (t) => {
  const { tag, jobs } = await tagged(t, 'One', 'Two', 'Three');
  const page = await enter(browser, `#/jobs?tag=${tag}`);
  await rows(page).first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('2 jobs selected').waitFor();
  await page.getByRole('button', { name: 'Add tags' }).click();
  await page.getByLabel('Tags, divided by commas').fill('seen, by-browser');
  await page.getByRole('dialog').getByRole('button', { name: 'Add tags to 2 jobs' }).click();
  await page.getByText('Done: Add tags to 2 jobs.').waitFor();

  const tags = await Promise.all(jobs.map(async (one) => (await get(`/jobs/${one.id}`)).tags));
  assert.deepEqual(tags.map((all) => all.includes('seen') && all.includes('by-browser')), [true, false, true]); // One, Three, Two
});

test('a pause can be undone; a deletion says how many and that it cannot', async (t) => {
  const { tag, jobs: [one] } = await tagged(t, 'Undo');
  const page = await enter(browser, `#/jobs?tag=${tag}`);
  await page.getByLabel('Select row 1').check();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause 1 job' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually(async () => assert.deepEqual([(await get(`/jobs/${one.id}`)).version, (await get(`/jobs/${one.id}`)).active], [3, true]));

  await page.getByLabel('Select row 1').check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByText('This cannot be undone.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 1 job' }).click();
  await eventually(() => assert.rejects(get(`/jobs/${one.id}`), /404/));
});

test('a filter is kept as a view, and opened again', async (t) => {
  const { tag } = await tagged(t, 'View');
  const page = await enter(browser, `#/jobs?tag=${tag}&active=true`);
  await rows(page).first().waitFor();
  await page.getByText('Views', { exact: true }).click();
  await page.getByRole('button', { name: 'Save this filter…' }).click();
  await page.getByLabel('Name', { exact: true }).fill(`Mine ${tag}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await page.goto(page.url().replace(/#.*/, '#/jobs'));
  await page.getByText('Views', { exact: true }).click();
  await page.getByRole('link', { name: `Mine ${tag}` }).click();
  await page.waitForURL(new RegExp(`tag=${tag}`));
  assert.match(page.url(), /active=true/);

  await page.getByText('Views', { exact: true }).click();
  await page.getByRole('button', { name: `Delete the view Mine ${tag}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete view' }).click();
  await page.getByText('is deleted.').waitFor();
});

test('documents are compared before they are applied, and what is wrong is named', async (t) => {
  const name = `browser-${randomUUID().slice(0, 8)}`;
  const page = await enter(browser, '#/jobs');
  await page.getByText('Files', { exact: true }).click();
  await page.getByRole('button', { name: 'Import documents…' }).click();
  const documents = page.getByLabel('Documents', { exact: true });
  await documents.fill(`kind: Job\nmetadata:\n  name: ${name}\nspec:\n  displayName: ${name}\n  jobType: hello\n  cronExpression: "61 * * * *"\n`);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText('documents[0].spec.cronExpression').waitFor();
  await documents.fill(`kind: Job\nmetadata:\n  name: ${name}\nspec:\n  displayName: ${name}\n  jobType: hello\n  schedule: none\n`);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText('1 new').waitFor();
  await page.getByRole('button', { name: 'Apply 1 object' }).click();
  await page.getByText('Applied: 1 object.').waitFor();

  const { items: [made] } = await get(`/jobs?q=${name}`);
  t.after(() => put('/apply?adopt=true', [{ kind: 'Job', metadata: { name }, spec: { displayName: name, jobType: 'hello', schedule: 'none', active: false } }]));
  assert.equal(made.displayName, name);
  assert.deepEqual(page.complaints.filter((line) => !line.includes('400')), []);
});

test('who may only read sees what is missing, and nothing happens', async (t) => {
  const { tag, jobs: [one] } = await tagged(t, 'Look');
  const page = await enter(browser, `#/jobs?tag=${tag}`, await viewer());
  await page.getByLabel('Select row 1').check();
  const button = page.getByRole('button', { name: /^Delete/ });
  assert.equal(await button.getAttribute('title'), 'You lack the permission Job.Write');
  await button.click({ force: true });
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal((await get(`/jobs/${one.id}`)).version, 1);
});

test('5,000 jobs: few rows are drawn, and the last one is reached', async (t) => {
  const label = `many-${randomUUID().slice(0, 8)}`;
  const documents = Array.from({ length: 5000 }, (_, index) => ({
    kind: 'Job', metadata: { name: `${label}-${index}`, labels: { many: label } },
    spec: { displayName: `${label} ${String(index).padStart(4, '0')}`, jobType: 'hello', schedule: 'none', tags: [label] },
  }));
  t.after(() => put(`/apply?prune=many=${label}&allowEmpty=true`, []));
  await put('/apply', documents);
  const page = await enter(browser, `#/jobs?tag=${label}`);
  await page.getByText('5,000 jobs', { exact: true }).waitFor();
  await rows(page).first().waitFor();
  let most = 0;
  const end = Date.now() + 120_000; // fifty pages are read on the way
  while (Date.now() < end && !(await names(page)).includes(`${label} 4999`)) {
    await page.locator('.table-scroll').evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await pause(50);
    most = Math.max(most, await rows(page).count());
  }
  assert.ok((await names(page)).includes(`${label} 4999`));
  assert.ok(most > 0 && most <= 60, `${most} rows are drawn`);
  assert.deepEqual(page.complaints, []);
});
