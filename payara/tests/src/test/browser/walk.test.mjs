// Every page that the console has: accessible in both themes, by keyboard, at 360 px, and drawn without a complaint.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { open } from './browser.mjs';
import { enter } from './enter.mjs';
import { get, node, post } from './node.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const ROUTES = readFileSync(
  new URL('../../../../../milvaion-web/src/main/console/src/frame/routes.ts', import.meta.url), 'utf8');

let browser;
let members;

/** The addresses of routes.ts, with members that exist. */
const addresses = () => [...ROUTES.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);

const filled = (path) => path.replace(/:(\w+)/g, (_, name) => {
  const kind = path.split('/')[1];
  return members[kind]?.[name] ?? assert.fail(`no member for ${path}: name it in walk.test.mjs`);
});

const settled = async (page, path) => {
  await page.locator(`main[data-page="${path}"] h1`).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton, .block.again') === null, null, { timeout: 10_000 });
};

const violations = async (page) => {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), RULES);
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 5).join(' | ')}`);
};

/** One that was done, of which the pages of operations tell. */
const operation = async () => (await get('/operations?limit=1')).items[0]
  ?? post('/operations', { target: 'jobs', action: 'addTags', tags: ['sample'], filter: { tag: 'sample' }, reason: 'walk' });

before(async () => {
  browser = await open();
  const job = (await get('/jobs?limit=1')).items[0].id;
  const run = (await get('/occurrences?limit=1')).items[0].id;
  members = {
    jobs: { id: job, job },
    runs: { id: run },
    operations: { id: (await operation()).id },
    users: { userId: (await get('/users?limit=1')).items[0].id },
    audit: { entry: (await get('/audit?limit=1')).items[0].id },
  };
});

after(() => browser.close());

/** Walks all pages in one session; `look` says what is wrong with one. */
const walk = (name, options, look) => describe(name, () => {
  let page;
  before(async () => {
    page = await enter(browser, '#/', options);
  });
  for (const path of addresses()) {
    test(path, async () => {
      page.complaints.length = 0;
      await page.goto(`${node}/#${filled(path)}`);
      await settled(page, path);
      assert.deepEqual(await look(page), []);
      assert.deepEqual(page.complaints, []);
    });
  }
  after(() => page.close());
});

walk('axe, light', { colorScheme: 'light' }, violations);
walk('axe, dark', { colorScheme: 'dark' }, violations);

walk('360 px', { viewport: { width: 360, height: 640 } }, async (page) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide > 360 ? [`the page is ${wide} px wide`] : [];
});

// Whatever has the focus can be seen: nothing that sticks lies above it.
walk('the keyboard', {}, async (page) => {
  const covered = [];
  await page.evaluate(() => document.querySelector('#main').focus());
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) {
        return 'end';
      }
      const box = at.getClientRects()[0] ?? at.getBoundingClientRect(); // of a link on two lines the first
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 12));
      return box.width > 0 && top !== null && !at.contains(top) && !top.contains(at) ? at.outerHTML.slice(0, 120) : null;
    });
    if (found === 'end') {
      break;
    }
    if (found !== null) {
      covered.push(found);
    }
  }
  return covered;
});
