// Calendars: a year of days, the rules, who uses one, and what a change moves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../browser.mjs';
import { enter } from '../enter.mjs';
import { get, post, put, remove } from '../node.mjs';

let browser;

before(async () => {
  browser = await open();
});

after(() => browser.close());

const WEEKEND = { kind: 'weekdays', days: ['saturday', 'sunday'] };

let made = 0;
const calendar = async (t, body) => {
  const name = `browser-${Date.now()}-${made++}`;
  t.after(() => remove(`/calendars/${name}`).catch(() => {}));
  if (body !== undefined) {
    await put(`/calendars/${name}`, body);
  }
  return name;
};

const job = async (t, calendars) => {
  const { id, displayName } = await post('/jobs', {
    displayName: `Calendar ${Date.now()} ${made++}`, jobType: 'noop', cronExpression: '0 9 * * *', timeZone: 'UTC', calendars, onClosed: 'skip',
  });
  t.after(() => remove(`/jobs/${id}`));
  return { id, displayName };
};

const begin = async (t, hash) => {
  const page = await enter(browser, hash);
  t.after(() => page.close());
  return page;
};

test('a calendar is made of rules, and its year is seen', async (t) => {
  const name = await calendar(t);
  const page = await begin(t, '#/calendars');
  await page.getByRole('button', { name: 'Make a calendar…' }).first().click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Public holidays closed' }).click();
  await page.selectOption('#exclude-1-country', 'DE');
  await page.selectOption('#exclude-1-region', 'be');
  await page.fill('#exclude-1-added', '2027-05-14 Day of the firm');
  await page.getByText('No job uses it.').waitFor();
  await page.click('#save-calendar');

  await page.waitForURL(new RegExp(`#/calendars/${name}$`));
  const stored = await get(`/calendars/${name}`);
  assert.deepEqual(stored.exclude, [WEEKEND, { kind: 'holidays', country: 'DE', region: 'be', added: { '2027-05-14': 'Day of the firm' } }]);
  await page.goto(page.url().replace(/#.*/, `#/calendars/${name}?year=2027`));
  const day = (date) => page.locator(`[data-date="${date}"]`);
  await day('2027-05-14').waitFor();
  assert.match(await day('2027-05-14').getAttribute('aria-label'), /closed, Day of the firm/);
  assert.match(await day('2027-03-08').getAttribute('aria-label'), /closed/); // International Women's Day, of Berlin
  assert.match(await day('2027-03-09').getAttribute('aria-label'), /: open$/);
  assert.match(await day('2027-03-13').getAttribute('aria-label'), /Saturday 13 March: closed/);
  await page.getByText('Closures by name').click();
  await page.locator('.closures').getByRole('row', { name: /14 May.*Day of the firm/ }).waitFor();
  assert.deepEqual(page.complaints, []);
});

test('the year is walked by keys, and is in the address', async (t) => {
  const name = await calendar(t, { exclude: [WEEKEND] });
  const page = await begin(t, `#/calendars/${name}?year=2028`);
  const chosen = () => page.evaluate(() => document.activeElement.dataset.date);
  await page.locator('[data-date="2028-01-01"]').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await chosen(), '2028-01-08');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  assert.equal(await chosen(), '2028-02-09');
  await page.keyboard.press('End');
  assert.equal(await chosen(), '2028-12-31');
  await page.keyboard.press('ArrowRight'); // the year ends here
  assert.equal(await chosen(), '2028-12-31');
  await page.locator('.year-said').getByText('Sunday 31 December: closed').waitFor();

  await page.getByRole('button', { name: 'The year after' }).click();
  await page.waitForURL(/year=2029/);
  await page.locator('[data-date="2029-01-01"]').waitFor();
  await page.reload();
  await page.locator('[data-date="2029-01-01"]').waitFor();
});

test('a change says which runs of which jobs move, before it is saved', async (t) => {
  const name = await calendar(t, { exclude: [WEEKEND] });
  const { displayName } = await job(t, [name]);
  const page = await begin(t, `#/calendars/${name}/edit`);
  await page.getByText(/1 job uses it; no next run of them moves/).waitFor();
  await page.locator('fieldset.rule .day').getByText('Mon', { exact: true }).click();
  await page.locator('#calendar-check').getByText('The next runs of 1 job move:').waitFor();
  await page.locator('#calendar-check').getByRole('link', { name: displayName }).waitFor();
  await page.click('#save-calendar');

  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('link', { name: displayName }).waitFor();
  assert.deepEqual((await get(`/calendars/${name}`)).exclude, [WEEKEND]); // nothing yet
  await dialog.getByRole('button', { name: 'Save, and move runs of 1 job' }).click();
  await page.waitForURL(new RegExp(`#/calendars/${name}$`));
  assert.deepEqual((await get(`/calendars/${name}`)).exclude[0].days, ['monday', 'saturday', 'sunday']);
  await page.getByRole('row', { name: new RegExp(displayName) }).getByText('is left out').waitFor();
});

test('what is wrong with a rule is said at it', async (t) => {
  const name = await calendar(t);
  const page = await begin(t, `#/calendars/${name}/edit`);
  await page.click('#add-exclude');
  await page.selectOption('#exclude-0-kind', 'range');
  await page.fill('#exclude-0-from', '2027-09-01');
  await page.fill('#exclude-0-to', '2027-08-01');
  await page.locator('#exclude-0-from-hint').getByText(/Two dates in their order/).waitFor();
  await page.click('#save-calendar');
  await page.waitForFunction(() => document.activeElement.id === 'exclude-0-from');
  await page.fill('#exclude-0-to', '2027-09-30');
  await page.click('#save-calendar');
  await page.waitForURL(new RegExp(`#/calendars/${name}$`));
});

test('an iCalendar file is taken', async (t) => {
  const name = await calendar(t);
  const page = await begin(t, `#/calendars/${name}/edit`);
  await page.click('#add-exclude');
  await page.selectOption('#exclude-0-kind', 'ical');
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20270607',
    'DTEND;VALUE=DATE:20270609', 'SUMMARY:Stocktaking', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  await page.locator('#c-file').setInputFiles({ name: 'closed.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
  await page.click('#save-calendar');
  await page.waitForURL(new RegExp(`#/calendars/${name}$`));
  await page.goto(page.url().replace(/#.*/, `#/calendars/${name}?year=2027`));
  await page.locator('[data-date="2027-06-08"][aria-label*="Stocktaking"]').waitFor();
  assert.equal(await page.locator('[aria-label*="Stocktaking"]').count(), 2);
});

test('two who change it at once: the second is told', async (t) => {
  const name = await calendar(t, { exclude: [WEEKEND] });
  const page = await begin(t, `#/calendars/${name}/edit`);
  await page.locator('#c-description').fill('mine');
  await put(`/calendars/${name}`, { description: 'theirs', exclude: [WEEKEND] });
  await page.click('#save-calendar');
  await page.getByRole('alert').getByText('Somebody else has changed it').waitFor();
  await page.getByRole('button', { name: 'Load it anew' }).click();
  await page.waitForFunction(() => document.querySelector('#c-description')?.value === 'theirs');
});

test('one that is used stays, one that nobody uses is deleted', async (t) => {
  const used = await calendar(t, { exclude: [WEEKEND] });
  const { displayName } = await job(t, [used]);
  const unused = await calendar(t, { exclude: [WEEKEND] });
  const page = await begin(t, `#/calendars/${used}`);
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.locator('dialog[open]').getByText(`${displayName}: take it from them first.`).waitFor();
  await page.locator('dialog[open]').getByRole('button', { name: 'Back' }).click();

  await page.goto(page.url().replace(/#.*/, `#/calendars/${unused}`));
  await page.getByRole('heading', { name: unused }).waitFor();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.waitForURL(/#\/calendars$/);
  await page.getByText(`The calendar ${unused} was deleted`).waitFor();
});

test('an address of none says so, and offers to make it', async (t) => {
  const page = await begin(t, '#/calendars/there-is-none');
  await page.getByText('There is no such calendar').waitFor();
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'New calendar there-is-none' }).waitFor();
});
