// Every page that the console has: accessible in both themes, by keyboard, at 360 px, and drawn without a complaint.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { open } from './browser.mjs';
import { enter } from './enter.mjs';
import { node } from './node.mjs';
import { addresses, filled, members, settled } from './pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

let browser;
let there;

const violations = async (page) => {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), RULES);
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 5).join(' | ')}`);
};

before(async () => {
  browser = await open();
  there = await members();
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
      await page.goto(`${node}/#${filled(path, there)}`);
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
