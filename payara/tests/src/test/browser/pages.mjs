// The pages of the console, as frame/routes.ts has them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get, post, put } from './node.mjs';

const ROUTES = readFileSync(
  process.env.MILVAION_ROUTES ?? new URL('../../../../../milvaion-web/src/main/console/src/frame/routes.ts', import.meta.url), 'utf8');

export const addresses = () => [...ROUTES.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);

/** An operation that was done, of which the pages of operations tell. */
const operation = async () => (await get('/operations?limit=1')).items[0]
  ?? post('/operations', { target: 'jobs', action: 'addTags', tags: ['sample'], filter: { tag: 'sample' }, reason: 'walk' });

/** A calendar with something in it. */
const calendar = async () => (await get('/calendars?limit=1')).items[0]
  ?? put('/calendars/working-days', { exclude: [{ kind: 'weekdays', days: ['saturday', 'sunday'] }, { kind: 'holidays', country: 'DE' }] });

/** What stands for the members of addresses: things that are there. */
export const members = async () => {
  const job = (await get('/jobs?limit=1')).items[0].id;
  const { name } = await calendar();
  return {
    jobs: { id: job, job },
    runs: { id: (await get('/occurrences?limit=1')).items[0].id },
    calendars: { name, calendar: name },
    operations: { id: (await operation()).id },
    users: { userId: (await get('/users?limit=1')).items[0].id },
    audit: { entry: (await get('/audit?limit=1')).items[0].id },
  };
};

export const filled = (path, there) => path.replace(/:(\w+)/g, (_, name) =>
  there[path.split('/')[1]]?.[name] ?? assert.fail(`no member for ${path}: name it in pages.mjs`));

/** Waits until a page shows what it has read. */
export const settled = async (page, path) => {
  await page.locator(`main[data-page="${path}"] h1`).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton, .block.again') === null, null, { timeout: 10_000 });
};
