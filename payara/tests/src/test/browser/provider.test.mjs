// People log in at an OpenID provider, the certified node-oidc-provider, through its own pages and ours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Provider from 'oidc-provider';
import { open } from './browser.mjs';
import { api, node } from './node.mjs';

const issuer = process.env.MILVAION_OIDC_ISSUER;
const groups = { ada: ['ops'], stranger: ['others'] };
let browser;
let server;

before(async () => {
  const provider = new Provider(issuer, {
    clients: [{
      client_id: process.env.MILVAION_OIDC_CLIENT_ID,
      client_secret: process.env.MILVAION_OIDC_CLIENT_SECRET,
      redirect_uris: [process.env.MILVAION_OIDC_REDIRECT_URI],
      post_logout_redirect_uris: [new URL('/', process.env.MILVAION_OIDC_REDIRECT_URI).href],
    }],
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'], email: ['email'] },
    pkce: { required: () => true },
    cookies: { keys: ['for a test'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, groups: groups[id] ?? [] }),
    }),
  });
  await new Promise((listening) => {
    server = provider.listen(new URL(issuer).port, '127.0.0.1', listening);
  });
  browser = await open();
});

after(async () => {
  await browser.close();
  server.close();
});

const newPage = async (t) => {
  const context = await browser.newContext();
  t.after(() => context.close());
  return context.newPage();
};

/** Leaves our page for the provider and logs in there; ends where the provider sends the browser to. */
const logIn = async (page, name, atLast = async () => {}) => {
  await page.goto(`${node}/#/jobs?q=Hello`);
  await page.click('#login-ways a');
  await page.fill('[name=login]', name);
  await page.fill('[name=password]', 'whatever');
  await page.click('[type=submit]');
  await page.locator('form[action*="interaction"]').waitFor();
  await atLast();
  await page.click('[type=submit]');
  await page.waitForURL((url) => url.href.startsWith(node));
};

test('somebody comes back logged in, and ends the session at both', async (t) => {
  const page = await newPage(t);
  const visited = [];
  page.on('framenavigated', (frame) => visited.push(frame.url()));

  await logIn(page, 'ada');

  await page.locator('.menu summary:has-text("ada")').waitFor();
  assert.equal(page.url(), `${node}/#/jobs?q=Hello`);
  const cookies = await page.context().cookies(`${api}/auth/refresh`);
  const session = cookies.find((cookie) => cookie.name === 'milvaion');
  assert.equal(session.httpOnly, true);
  assert.equal(session.sameSite, 'Strict');
  assert.equal(cookies.some((cookie) => cookie.name === 'milvaion-login'), false);
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie), /ey[A-Za-z0-9]/);
  assert.doesNotMatch(visited.filter((url) => url.startsWith(node)).join(), /eyJ/);

  await page.click('m-top-bar .menu summary');
  await page.click('#logout');
  await page.click('[value=yes], [autofocus]');
  await page.waitForURL((url) => url.href.startsWith(`${node}/`));
  await page.locator('#login[open]').waitFor();
  await page.click('#login-ways a');
  await page.locator('[name=login]').waitFor(); // the provider asks again
});

test('whoever has no role here is told so', async (t) => {
  const page = await newPage(t);

  await logIn(page, 'stranger');

  assert.equal(JSON.parse(await page.textContent('pre')).type, '/problems/not-admitted');
});

test('nobody is logged in as somebody else by a link', async (t) => {
  const attacker = await newPage(t);
  await logIn(attacker, 'ada', () => attacker.context().clearCookies({ name: 'milvaion-login' }));
  const link = attacker.url(); // with a code that nobody has used
  assert.match(link, /code=.*state=/);

  const victim = await newPage(t);
  for (const prepare of [async () => {}, () => victim.goto(`${api}/auth/oidc/login`)]) {
    await prepare();
    const answer = await victim.goto(link);
    assert.equal(answer.status(), 400);
    const names = (await victim.context().cookies(`${api}/auth/refresh`)).map((cookie) => cookie.name);
    assert.equal(names.includes('milvaion'), false);
  }
});
