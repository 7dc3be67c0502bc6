// What colours.css promises: states can be read on their ground, and told from each other by who sees no red, green or blue.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, wcagContrast,
} from 'culori';

const SHEET = readFileSync(new URL('../src/style/colours.css', import.meta.url), 'utf8');

const properties = (selector) => {
  const at = SHEET.indexOf(`${selector} {`);
  assert.ok(at >= 0, `${selector} is not there`);
  const rule = SHEET.slice(at, SHEET.indexOf('}', at));
  return Object.fromEntries([...rule.matchAll(/--([\w-]+):\s*(#\w+)/g)].map(([, name, value]) => [name, value]));
};

const THEMES = {
  light: properties(':root'),
  dark: properties(':root[data-theme="dark"]'),
  'dark by the system': properties(':root:not([data-theme="light"])'),
};
const STATES = ['running', 'completed', 'failed', 'timed-out', 'waiting', 'idle'];
const EYES = {
  usual: (colour) => colour,
  deuteranope: filterDeficiencyDeuter(1),
  protanope: filterDeficiencyProt(1),
  tritanope: filterDeficiencyTrit(1),
};
const difference = differenceCiede2000();

for (const [theme, colours] of Object.entries(THEMES)) {
  test(`${theme}: text and states stand out from what they are on`, () => {
    for (const name of ['text', 'muted', 'link', ...STATES]) {
      const contrast = wcagContrast(colours[name], colours.surface);
      assert.ok(contrast >= 4.45, `${name}: ${contrast.toFixed(2)}`);
    }
    for (const name of ['control', 'focus', 'accent']) {
      assert.ok(wcagContrast(colours[name], colours.surface) >= 3, name);
    }
    assert.ok(wcagContrast(colours['on-accent'], colours.accent) >= 4.5);
    assert.ok(wcagContrast(colours.muted, colours.page) >= 4.5);
  });

  for (const [eye, seen] of Object.entries(EYES)) {
    test(`${theme}: a ${eye} eye tells the states apart`, () => {
      const alike = STATES.flatMap((one, i) => STATES.slice(i + 1).map((other) => {
        const apart = difference(seen(colours[one]), seen(colours[other]));
        return { pair: `${one}, ${other}`, apart };
      })).filter(({ apart }) => apart < 10);
      assert.deepEqual(alike, []);
    });
  }
}

test('both ways into the dark theme have the same colours', () => {
  assert.deepEqual(THEMES['dark by the system'], THEMES.dark);
});
