// The node under test, as a program uses it: MILVAION_NODE is its address, MILVAION_ROOT_API_KEY the key of root.
import assert from 'node:assert/strict';

export const node = process.env.MILVAION_NODE;
export const api = `${node}/api/v1`;

const send = (method, type) => async (path, body) => {
  const answer = await fetch(api + path, {
    method,
    headers: {
      Authorization: `Bearer ${process.env.MILVAION_ROOT_API_KEY}`,
      ...body !== undefined && { 'Content-Type': type },
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
};

export const get = send('GET');
export const post = send('POST', 'application/json');
export const put = send('PUT', 'application/json');
export const patch = send('PATCH', 'application/json');
export const remove = send('DELETE');
