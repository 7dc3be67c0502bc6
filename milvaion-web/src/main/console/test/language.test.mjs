import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plural, words } from '../src/ground/language.ts';

test('a number of things has its separators and its form', () => {
  assert.equal(plural(1, 'run', 'runs'), '1 run');
  assert.equal(plural(2000, 'run', 'runs'), '2,000 runs');
});

test('words are those of the language', () => {
  assert.equal(words({ yes: 'Yes' }, { yes: 'Evet' }).yes, 'Yes');
});
