// What pages of others can do to a node through the browser of somebody who reaches it: nothing.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { open } from './browser.mjs';
import { api, get, node, post, remove } from './node.mjs';

let browser;
let stranger;
let job;

before(async () => {
  browser = await open();
  stranger = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end('<!DOCTYPE html><title>A stranger</title>'),
  );
  await new Promise((listening) => stranger.listen(0, '127.0.0.1', listening));
  job = (await post('/jobs', {
    displayName: 'Not for strangers', jobType: 'noop', cronExpression: '0 0 0 1 1 *',
  })).id;
});

after(async () => {
  await remove(`/jobs/${job}`);
  stranger.close();
  await browser.close();
});

const foreignPage = async (t, host = 'evil.example') => {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(`http://${host}:${stranger.address().port}/`);
  return page;
};

const runs = async () => (await get(`/occurrences?jobId=${job}`)).items.length;

for (const host of ['evil.example', 'localhost']) {
  test(`a page of ${host} triggers nothing`, async (t) => {
    const page = await foreignPage(t, host);

    await page.evaluate(async (trigger) => {
      for (const body of [undefined, new Blob(['{}']), '{}', new URLSearchParams({ a: 'b' })]) {
        const sent = { method: 'POST', mode: 'no-cors', credentials: 'include', body };
        await fetch(trigger, sent).catch(() => 'the page may not even know the status');
      }
      navigator.sendBeacon(trigger, '{}');
    }, `${api}/jobs/${job}/trigger`);

    assert.equal(await runs(), 0);
  });
}

test('a form of another page triggers nothing', async (t) => {
  const page = await foreignPage(t);

  const [answer] = await Promise.all([
    page.waitForNavigation(),
    page.evaluate((trigger) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.enctype = 'text/plain';
      form.action = trigger;
      document.body.append(form);
      form.submit();
    }, `${api}/jobs/${job}/trigger`),
  ]);

  assert.equal(answer.status(), 403);
  assert.equal(await runs(), 0);
});

test('an emergency stop is not lifted by another page', async (t) => {
  const page = await foreignPage(t);
  await post('/admin/dispatch/stop', { reason: 'a browser test' });
  t.after(() => post('/admin/dispatch/resume', {}));

  await page.evaluate(
    (resume) => fetch(resume, { method: 'POST', mode: 'no-cors' }).catch(() => 'not readable'),
    `${api}/admin/dispatch/resume`,
  );

  assert.equal((await get('/admin/dispatch')).stopped, true);
});

test('another page reads nothing', async (t) => {
  const page = await foreignPage(t);

  const read = await page.evaluate(
    (jobs) => fetch(jobs).then((answer) => answer.text(), () => 'refused'),
    `${api}/jobs`,
  );

  assert.equal(read, 'refused');
});

test('another page hears no events', async (t) => {
  const page = await foreignPage(t);

  const heard = await page.evaluate(
    (events) =>
      new Promise((ended) => {
        const socket = new WebSocket(events);
        socket.onopen = () => ended('opened');
        socket.onerror = () => ended('refused');
      }),
    `${node.replace('http', 'ws')}/ws/events`,
  );

  assert.equal(heard, 'refused');
});

test('a name that was pointed at the node does not make a page its own', async (t) => {
  const page = await browser.newPage();
  t.after(() => page.close());

  const answer = await page.goto(`http://rebound.example:${new URL(node).port}/`);
  const own = await page.evaluate(async (jobs) => (await fetch(jobs)).status, '/api/v1/jobs');

  assert.equal(answer.status(), 421);
  assert.equal(own, 421);
});

test('no page frames the console', async (t) => {
  const page = await foreignPage(t);

  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, `${node}/`);
  const framed = page.frames().at(-1);
  await framed.waitForLoadState();

  assert.notEqual(framed.url(), `${node}/`);
});
