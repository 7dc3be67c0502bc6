import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokens } from './tokens.ts';

test('nothing of a text is lost, whatever stands in its strings', () => {
  const text = JSON.stringify({ 'a "quoted": name': ['x: [1, {2}]', -1.5e-7, true, null], empty: {}, 'ı': 'İ\n\\' }, null, 2);
  assert.equal(tokens(text).map((token) => token.text).join(''), text);
});

test('names, texts and words differ', () => {
  const kinds = tokens('{"a": "b", "c": 12345678901234567890}').filter((token) => token.kind !== 'mark');
  assert.deepEqual(kinds.map((token) => [token.kind, token.text]),
    [['name', '"a":'], ['text', '"b"'], ['name', '"c":'], ['word', '12345678901234567890']]);
});
