import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stopOf } from './scan.ts';
import { flawOf } from './syntax.ts';

const says = { value: 'value', name: 'name', colon: 'colon', comma: 'comma', end: 'end', noObject: 'no object' };
const where = (text: string) => {
  const flaw = flawOf(text, says)!;
  return `${flaw.line}:${flaw.column} ${flaw.message}`;
};

test('an object and nothing at all are right', () => {
  assert.equal(flawOf('{"id": 12345678901234567890, "a": [{}, []]}', says), null);
  assert.equal(flawOf(' \n', says), null);
});

test('a flaw stands at its line and column', () => {
  assert.equal(where('{\n  "a": 1,\n  "b": tru\n}'), '3:8 value');
  assert.equal(where('{\n  "a": 1,\n}'), '3:1 name');
  assert.equal(where('{"a" 1}'), '1:6 colon');
  assert.equal(where('{\n  "a": [1, 2\n'), '3:1 comma');
  assert.equal(where('{}\n}'), '2:1 end');
  assert.equal(where('{"a": 01}'), '1:7 value');
  assert.equal(where('{"a": "tab\there"}'), '1:7 value');
});

test('other values than an object are named', () => {
  for (const text of ['[1]', 'null', '12', '"{"']) {
    assert.equal(flawOf(text, says)!.message, 'no object');
  }
});

test('it takes what JSON.parse takes, and nothing else', () => {
  const texts = ['{"a":1}', '[]', '-0', '1e5', '1.', '.5', '+1', '"\\u00e9"', '"\\x"', '{"a":1,}', '[1,]', '{a:1}', 'nul', 'true false', '{"a":{"b":[null]}}', '\ufeff1', '-', '"'];
  for (const text of texts) {
    let parses = true;
    try {
      JSON.parse(text);
    } catch {
      parses = false;
    }
    assert.equal(stopOf(text) === null, parses, text);
  }
});
