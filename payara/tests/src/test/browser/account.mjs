// Accounts made for one test, and the app that shows their codes.
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { api, post } from './node.mjs';

/** Makes an account that has a first password still: id, name and password. */
export const newcomer = async (...roles) => {
  const password = `first ${randomUUID()}`;
  const { id, name } = await post('/users', { name: `u${randomUUID()}`, password, roles });
  return { id, name, password };
};

/** Makes an account whose first login lies behind it. */
export const somebody = async (...roles) => {
  const { id, name, password: first } = await newcomer(...roles);
  const send = (path, body, headers = {}) => fetch(`${api}/auth/${path}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body),
  });
  const { accessToken } = await (await send('login', { name, password: first })).json();
  const password = `second ${randomUUID()}`;
  const changed = await send('password', { currentPassword: first, newPassword: password }, { Authorization: `Bearer ${accessToken}` });
  assert.equal(changed.status, 204);
  return { id, name, password };
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app shows for a key now (RFC 6238). */
export const codeOf = (key) => {
  const bits = [...key.replaceAll(' ', '')].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
};
