// Jobs are made and changed by a form.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter, login } from '../enter.mjs';
import { api, get, post, put, remove } from '../node.mjs';

let browser;
const made = [];

before(async () => {
  browser = await open();
});

after(async () => {
  await browser.close();
  await Promise.all(made.map((id) => remove(`/jobs/${id}`).catch(() => {})));
});

const begin = async (t, hash = '#/jobs/new', options = {}) => {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await enter(context, hash, options);
  await page.locator('#f-displayName').waitFor();
  return page;
};

const create = async (job) => {
  const { id } = await post('/jobs', { jobType: 'noop', schedule: 'none', ...job });
  made.push(id);
  return id;
};

const headers = { Authorization: `Bearer ${process.env.MILVAION_ROOT_API_KEY}` };

/** What somebody else does meanwhile. */
const patch = (id, change) => fetch(`${api}/jobs/${id}`, {
  method: 'PATCH', headers: { ...headers, 'Content-Type': 'application/merge-patch+json' }, body: JSON.stringify(change),
});

/** Waits until the form has led to the page of what it has saved. */
const left = async (page, to = /#\/jobs\/[0-9a-f-]{36}$/) => {
  await page.waitForURL(to);
  const id = page.url().split('/').at(-1);
  if (to.source.includes('jobs')) {
    made.push(id);
  }
  return id;
};

const named = (name) => `form ${name} ${Date.now()}`;

test('a job is made by the builder, and runs', async (t) => {
  const page = await begin(t);
  const name = named('builder');
  await page.fill('#f-displayName', name);
  await page.fill('#f-jobType', 'hello');
  await page.selectOption('#rhythm', 'seconds');
  await page.selectOption('#rhythm-every', '1');
  assert.equal(await page.inputValue('#f-cronExpression'), '* * * * * *');
  await page.getByText('Every second.').waitFor();
  await page.getByText('86,400 runs a day.').waitFor();
  assert.equal(await page.locator('.runs-ahead').first().locator('time').count(), 10);

  await page.click('#save-job');

  const id = await left(page);
  const run = async () => (await get(`/occurrences?jobId=${id}&limit=1`)).items[0];
  for (let tries = 0; await run() === undefined && tries < 40; tries++) {
    await page.waitForTimeout(250);
  }
  assert.equal((await run()).jobId, id);
  assert.deepEqual(page.complaints, []);
});

test('a test run follows what was saved', async (t) => {
  const page = await begin(t);
  await page.fill('#f-displayName', named('test run'));
  await page.fill('#f-jobType', 'noop');
  await page.getByLabel('Only when triggered').check();
  await page.getByText('No run by itself').waitFor();

  await page.getByRole('button', { name: 'Save and run a test' }).click();

  const run = await left(page, /#\/runs\//);
  made.push((await get(`/occurrences/${run}`)).jobId);
});

test('builder and expression follow each other', async (t) => {
  const page = await begin(t);
  const shows = (kind) => page.waitForFunction((wanted) => document.querySelector('#rhythm').value === wanted, kind);

  await page.fill('#f-cronExpression', '30 9 * * MON-FRI');
  await shows('weekly');
  assert.equal(await page.inputValue('#rhythm-time'), '09:30');
  assert.equal(await page.locator('.week :checked').count(), 5);
  await page.locator('.week').getByText('Mon', { exact: true }).click();
  assert.equal(await page.inputValue('#f-cronExpression'), '30 9 * * TUE,WED,THU,FRI');

  await page.fill('#f-cronExpression', '0 9,17 * * *');
  await shows('own');
  await page.getByText('2 runs a day.').waitFor();
  await page.selectOption('#rhythm', 'monthly');
  await page.selectOption('#rhythm-day', 'L');
  assert.equal(await page.inputValue('#f-cronExpression'), '0 9 L * *');
});

test('every kind of schedule is chosen without knowing how it is written', async (t) => {
  const page = await begin(t);
  await page.fill('#f-displayName', named('kinds'));
  await page.fill('#f-jobType', 'noop');
  await page.getByRole('radio', { name: /^At a fixed interval/ }).check();
  await page.fill('#interval-amount', '2');
  await page.selectOption('#interval-unit', 'days');
  assert.equal(await page.inputValue('#f-every'), 'P2D');
  await page.getByText('One run every 2 d 00 h.').waitFor();
  await page.getByRole('radio', { name: /^Days of the zone/ }).check();

  await page.getByRole('radio', { name: /^After the run before/ }).check();
  assert.equal(await page.inputValue('#f-delay'), 'PT5M');
  await page.getByText(/after the one before has ended: they never overlap/).waitFor();

  await page.getByRole('radio', { name: /^By a recurrence/ }).check();
  await page.selectOption('#recurrence', 'monthlyBy');
  await page.selectOption('#recurrence-which', '-1');
  await page.selectOption('#recurrence-weekday', '5');
  await page.fill('#recurrence-start', '2027-01-06');
  await page.press('#recurrence-start', 'Tab');
  assert.equal(await page.inputValue('#f-rrule'), 'DTSTART:20270129T090000\nRRULE:FREQ=MONTHLY;BYDAY=-1FR'); // the first day that fits
  await page.locator('.runs-ahead time[datetime="2027-01-29T09:00:00Z"]').or(page.locator('.runs-ahead time').first()).first().waitFor();
  await page.click('#save-job');

  const job = await get(`/jobs/${await left(page)}`);
  assert.deepEqual([job.schedule, job.rrule.split('\n').at(-1), job.every], ['rrule', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR', null]);
});

test('a text of another dialect is read as there, and what it means elsewhere is said', async (t) => {
  const page = await begin(t);
  await page.selectOption('#f-cronDialect', 'quartz');
  await page.fill('#f-cronExpression', '0 0 9 ? * 2');
  await page.locator('.sentence').getByText(/Monday/).waitFor();
  await page.locator('ul.differences').getByText(/Tuesday/).first().waitFor();
  assert.equal(await page.locator('#rhythm').count(), 0); // the builder speaks one dialect only

  await page.fill('#f-cronExpression', '0 0 9 ? * 9');
  await page.locator('#f-cronExpression-wrong').waitFor();
});

test('bounds, calendars and spread are kept, and told in the review of a change', async (t) => {
  const name = `form-${Date.now()}`;
  await put(`/calendars/${name}`, { exclude: [{ kind: 'weekdays', days: ['saturday', 'sunday'] }] });
  t.after(() => remove(`/calendars/${name}`).catch(() => {}));
  const id = await create({ displayName: named('bounds'), schedule: 'cron', cronExpression: '0 9 * * *', timeZone: 'Europe/Berlin' });
  t.after(() => remove(`/jobs/${id}`));
  const page = await begin(t, `#/jobs/${id}/edit`);
  await page.getByText('From, until, how many').click();
  await page.fill('#f-startsAt', '2027-01-01T09:00:00');
  await page.fill('#f-maxRuns', '3');
  await page.locator('summary', { hasText: 'Calendars' }).click();
  await page.getByRole('checkbox', { name }).check();
  await page.getByRole('radio', { name: /^On the next open day/ }).check();
  await page.getByText('Off the full minute').click();
  await page.fill('#f-spreadSeconds', '60');
  await page.click('#save-job');

  const dialog = page.locator('dialog[open]');
  await dialog.getByText('Planned runs at most').waitFor();
  await dialog.getByRole('row', { name: /^Calendars/ }).getByText(name).waitFor();
  await dialog.getByRole('button', { name: 'Save 5 changes' }).click();
  await left(page);
  const job = await get(`/jobs/${id}`);
  assert.deepEqual([job.startsAt, job.maxRuns, job.calendars, job.onClosed, job.spreadSeconds], ['2027-01-01T08:00:00Z', 3, [name], 'nextDay', 60]);

  await page.getByRole('link', { name }).click(); // from the job to its calendar
  await page.waitForURL(new RegExp(`#/calendars/${name}$`));
  await page.getByRole('link', { name: job.displayName }).waitFor();
});

test('changes of clocks are marked where runs meet them', async (t) => {
  const page = await begin(t);
  await page.fill('#f-timeZone', 'Europe/Berlin');
  await page.fill('#f-cronExpression', '30 2 * * *');

  await page.locator('.clock-change').getByText(/Clocks go (forward|back) by 1 h 00 m/).waitFor();
});

test('runs that can overlap are warned of, with what the policy makes of them', async (t) => {
  const page = await begin(t);
  await page.selectOption('#rhythm', 'minutes');
  await page.selectOption('#rhythm-every', '1');
  await page.fill('#f-timeoutSeconds', '300');

  await page.locator('.consequences .warns').getByText(/up to 5 m 00 s.*every 1 m 00 s.*Skip drops/).waitFor();
  await page.getByRole('radio', { name: /^Queue/ }).check();
  await page.locator('.consequences .warns').getByText(/the line grows/).waitFor();
});

test('what is wrong is named at its field, and found from the summary', async (t) => {
  const page = await begin(t);
  await page.fill('#f-cronExpression', '0 0 61 * *');
  await page.locator('#f-cronExpression-wrong').getByText(/Day of the month: .*61/).waitFor();
  assert.equal(await page.getAttribute('#f-cronExpression', 'aria-invalid'), 'true');

  await page.click('#save-job');

  await page.locator('#form-summary').getByRole('link', { name: 'Job type' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f-jobType');
  await page.fill('#f-jobType', 'No Such Type');
  await page.locator('#f-jobType-wrong').waitFor();
  await page.fill('#f-cronExpression', '0 9 * * *');
  await page.fill('#f-displayName', named('nobody'));
  await page.fill('#f-jobType', 'nobody-runs-this');
  await page.getByText(/No live worker runs jobs of type nobody-runs-this/).waitFor();
});

const writeData = async (page, text) => {
  await page.locator('m-json-editor .cm-content').fill(text);
};

test('data keeps its numbers, and says at which line it is no JSON', async (t) => {
  const page = await begin(t);
  await page.fill('#f-displayName', named('data'));
  await page.fill('#f-jobType', 'noop');
  await writeData(page, '{\n  "id": 12345678901234567890,\n}');
  await page.locator('m-json-editor').getByText(/Line 3, column 1/).waitFor();
  await page.click('#save-job');
  await page.locator('#form-summary').getByRole('link', { name: 'Data' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.className), 'json-editor');

  await writeData(page, '{"id": 12345678901234567890, "share": 1.10}');
  await page.click('#save-job');

  const id = await left(page);
  const stored = await fetch(`${api}/jobs/${id}`, { headers });
  assert.match(await stored.text(), /"id":12345678901234567890/);
});

test('nothing is lost when the session ends while the form is half filled', async (t) => {
  const before = new Set((await get('/auth/sessions?limit=200')).items.map((session) => session.id));
  const page = await begin(t);
  const name = named('session');
  await page.fill('#f-displayName', name);
  await page.fill('#f-jobType', 'noop');
  await page.getByText('Nothing is wrong with it.').waitFor();
  await page.fill('#f-description', 'written before the end');
  const mine = (await get('/auth/sessions?limit=200')).items.filter((session) => !before.has(session.id));
  await Promise.all(mine.map((session) => remove(`/auth/sessions/${session.id}`)));

  await page.locator('#login[open]').waitFor();
  await login(page);
  await page.locator('#login[open]').waitFor({ state: 'hidden' });
  assert.equal(await page.inputValue('#f-displayName'), name);
  assert.equal(await page.inputValue('#f-description'), 'written before the end');

  await page.click('#save-job');

  const id = await left(page);
  assert.equal((await get(`/jobs/${id}`)).description, 'written before the end');
});

test('a draft outlives a reload, and can be thrown away and brought back', async (t) => {
  const id = await create({ displayName: named('draft'), secretFields: ['/password'], jobData: { password: 'sesame', to: 'ada' } });
  const page = await begin(t, `#/jobs/${id}/edit`);
  await page.fill('#f-description', 'half of a sen');
  await page.reload();

  await page.locator('#draft-note').waitFor();
  assert.equal(await page.inputValue('#f-description'), 'half of a sen');
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...localStorage })), /sesame/);

  await page.locator('#discard').click();
  assert.equal(await page.inputValue('#f-description'), '');
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await page.inputValue('#f-description'), 'half of a sen');
  await page.click('#save-job');
  await page.getByRole('button', { name: 'Save 1 change' }).click(); // the masked value is what is stored
  await left(page);
  assert.deepEqual((await get(`/jobs/${id}`)).jobData, { password: 'sesame', to: 'ada' });
});

test('two who change a job at once: each change is kept, and one chooses where both did', async (t) => {
  const name = named('conflict');
  const id = await create({ displayName: name, timeoutSeconds: 60 });
  const page = await begin(t, `#/jobs/${id}/edit`);
  await patch(id, { displayName: `${name} theirs`, timeoutSeconds: 90 });
  await page.fill('#f-displayName', `${name} mine`);
  await page.fill('#f-description', 'mine');
  await page.click('#save-job');
  await page.getByRole('button', { name: 'Save 2 changes' }).click();

  const dialog = page.locator('dialog[open]', { hasText: 'Somebody else has saved' });
  await dialog.getByText('Timeout of a run').waitFor();
  await dialog.getByLabel(/^Theirs/).check();
  await dialog.getByRole('button', { name: 'Save with these choices' }).click();

  await left(page);
  const job = await get(`/jobs/${id}`);
  assert.deepEqual([job.displayName, job.timeoutSeconds, job.description], [`${name} theirs`, 90, 'mine']);
});

test('a copy is a job of its own', async (t) => {
  const id = await create({ displayName: named('original'), tags: ['a, b'] });
  const page = await begin(t, `#/jobs/new?from=${id}`);
  await page.fill('#f-tags', 'second');
  await page.press('#f-tags', 'Enter');
  await page.click('#save-job');

  const copied = await get(`/jobs/${await left(page)}`);
  assert.match(copied.displayName, /^Copy of form original/);
  assert.deepEqual(copied.tags, ['a, b', 'second']);
  assert.notEqual(copied.id, id);
});

test('a job is made by the keyboard alone', async (t) => {
  const page = await begin(t);
  const tabTo = async (there) => {
    for (let tries = 0; tries < 80; tries++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((selector) => document.activeElement.matches(selector), there)) {
        return;
      }
      if (await page.evaluate(() => document.activeElement.className === 'json-editor')) {
        await page.keyboard.press('Escape');
      }
    }
    assert.fail(`Tab does not reach ${there}`);
  };
  await page.locator('main').focus();
  await tabTo('#f-displayName');
  await page.keyboard.type(named('keyboard'));
  await tabTo('#f-jobType');
  await page.keyboard.type('noop');
  await tabTo('#rhythm');
  await page.keyboard.type('Every year');
  await tabTo('#f-timeoutSeconds');
  await page.keyboard.type('30');
  await tabTo('#save-job');
  await page.keyboard.press('Enter');

  const job = await get(`/jobs/${await left(page)}`);
  assert.deepEqual([job.cronExpression, job.timeoutSeconds], ['0 9 1 1 *', 30]);
});
