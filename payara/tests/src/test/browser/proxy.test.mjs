// The console below a path of a proxy, and what it does when the node behind it cannot be reached for a while.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { open } from './browser.mjs';
import { login } from './enter.mjs';
import { node } from './node.mjs';

let browser;
let port;
let nginx;
const folder = mkdtempSync(join(tmpdir(), 'proxy-'));

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => resolve(free));
  });
});

/** nginx as docs/console.md has it. */
const start = async () => {
  nginx = spawn('nginx', ['-c', `${folder}/nginx.conf`, '-p', folder, '-g', 'daemon off;'], { stdio: 'ignore' });
  for (let i = 0; i < 100; i++) {
    const answer = await fetch(`http://127.0.0.1:${port}/milvaion/`).catch(() => null);
    if (answer?.ok) {
      return;
    }
    await pause(50);
  }
  assert.fail('nginx does not answer');
};

const stop = () => new Promise((resolve) => {
  nginx.once('exit', resolve);
  nginx.kill();
});

before(async () => {
  port = await freePort();
  writeFileSync(`${folder}/nginx.conf`, `
    pid ${folder}/pid; error_log ${folder}/errors;
    events {}
    http {
      access_log off;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      map $http_upgrade $connection_upgrade { default upgrade; '' close; }
      server {
        listen 127.0.0.1:${port};
        location /milvaion/ {
          proxy_pass ${node}/;
          proxy_http_version 1.1;
          proxy_set_header Host $http_host;
          proxy_set_header Upgrade $http_upgrade;
          proxy_set_header Connection $connection_upgrade;
        }
      }
    }`);
  await start();
  browser = await open();
});

after(async () => {
  await browser.close();
  await stop();
  rmSync(folder, { recursive: true });
});

test('below a path everything is found, live, and a deep link opens', async () => {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => response.status() === 404 && complaints.push(response.url()));
  await page.goto(`http://127.0.0.1:${port}/milvaion/#/runs?state=completed`);
  await login(page);
  await page.locator('#connection[data-state=live]').waitFor();
  await page.locator('main[data-page="/runs"] tbody a').first().waitFor();

  assert.deepEqual(complaints, []);
  await page.close();
});

test('while nobody answers a banner says since when; afterwards the page is live and new again', async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/milvaion/#/runs`);
  await login(page);
  await page.locator('#connection[data-state=live]').waitFor();
  await page.locator('main[data-page="/runs"] tbody a').first().waitFor();

  await stop();
  await page.locator('.banner[data-state=lost]').waitFor();
  assert.ok(await page.locator('main tbody a').count() > 0, 'what was known stays');
  await start();

  await page.locator('#connection[data-state=live]').waitFor();
  await page.locator('.banner').waitFor({ state: 'detached' });
  await page.close();
});
