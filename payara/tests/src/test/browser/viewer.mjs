// Somebody who may read and nothing else.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { api, post } from './node.mjs';

/** Makes an account whose first login lies behind it: name and password, for enter(). */
export const viewer = async () => {
  const name = `viewer${randomUUID()}`;
  const first = randomUUID();
  const password = randomUUID();
  await post('/users', { name, password: first, roles: ['Viewer'] });
  const login = await (await fetch(`${api}/auth/login`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, password: first }),
  })).json();
  const changed = await fetch(`${api}/auth/password`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${login.accessToken}` },
    body: JSON.stringify({ currentPassword: first, newPassword: password }),
  });
  assert.equal(changed.status, 204);
  return { name, password };
};
