import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, pretty } from '../src/ground/json.ts';

test('whole numbers beyond a double keep their digits, also when they are written', { skip: typeof JSON.rawJSON !== 'function' }, () => {
  assert.equal(pretty(parse('{"id":9007199254740993,"small":7}')), '{\n  "id": 9007199254740993,\n  "small": 7\n}');
});

test('a double that the server writes otherwise than a browser is a number', () => {
  assert.deepEqual(parse('[0.0,5.0,2.8875E-4,1e3,-0.5]'), [0, 5, 0.00028875, 1000, -0.5]);
});

test('what is no number is as JSON.parse gives it', () => {
  assert.deepEqual(parse('{"a":[1,2.5,"x",null,true]}'), { a: [1, 2.5, 'x', null, true] });
});
