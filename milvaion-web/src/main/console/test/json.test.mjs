import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, pretty } from '../src/ground/json.ts';

test('whole numbers beyond a double keep their digits, also when they are written', { skip: typeof JSON.rawJSON !== 'function' }, () => {
  assert.equal(pretty(parse('{"id":9007199254740993,"small":7}')), '{\n  "id": 9007199254740993,\n  "small": 7\n}');
});

test('what is no number is as JSON.parse gives it', () => {
  assert.deepEqual(parse('{"a":[1,2.5,"x",null,true]}'), { a: [1, 2.5, 'x', null, true] });
});
