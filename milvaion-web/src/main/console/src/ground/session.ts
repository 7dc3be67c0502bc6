import { outlast } from './preferences.ts';
import { failedBy } from './problem.ts';
import { Store } from './store.ts';
import type { Permission, Schemas } from './types.ts';

// Who looks at the page. The access token lives in this memory only; the refresh token is a cookie that scripts
// cannot read.

const AUTH = 'api/v1/auth/';
const EARLY_MS = 30_000;
const PATIENCE_MS = 10_000;
const LOGGED_IN = 'milvaion.loggedIn'; // no secret: only since when a refresh is worth asking for

export type Me = Schemas['Me'];

/** Who is logged in; null while nobody is, or while something has to be done first. */
export const me = new Store<Me | null>(null);

/** Whether the page waits for a login. What is filled in meanwhile stays. */
export const loginWanted = new Store(false);

/** What somebody who was recognised has to do before anything else is permitted. */
export const duty = new Store<'password' | 'secondFactor' | null>(null);

/** When the session ends unless it is refreshed, by performance.now(). */
export const sessionEnd = new Store<number | null>(null);

const held: { token: string | null; until: number; session: string | null } = { token: null, until: 0, session: null };

/** As the list of one's sessions names it. */
export const mySession = (): string | null => held.session;

export const can = (permission: Permission): boolean => me.value?.permissions.includes(permission) ?? false;

/** The header of a request; a new token is fetched before the old one ends. */
export const bearer = async (): Promise<Record<string, string>> => {
  const token = await goodToken();
  return token === null ? {} : { Authorization: `Bearer ${token}` };
};

/** A good access token, or null: somebody has to log in then. Fails if nobody answers. */
export const goodToken = async (): Promise<string | null> => {
  if (held.token !== null && performance.now() > held.until - EARLY_MS && !await refresh()) {
    ended();
  }
  return held.token;
};

/** The server does not know the token any more. */
export const ended = (): void => {
  held.token = null;
  sessionEnd.set(null);
  duty.set(null);
  loginWanted.set(true);
};

/** Goes on with the login of before, or asks for one. */
export const begin = async (): Promise<void> => {
  try {
    if (localStorage.getItem(LOGGED_IN) !== null && await refresh()) {
      await enter();
      return;
    }
  } catch {
    // The login says that nobody answers.
  }
  ended();
};

// Somebody has logged in in another tab: this one waits no longer.
window.addEventListener('storage', (event) => {
  if (event.key === LOGGED_IN && event.newValue !== null && loginWanted.value && duty.value === null) {
    void begin();
  }
});

/** A POST below /auth: these take no idempotency key and no other token than the present one. */
export const auth = (path: string, body?: object): Promise<Response> =>
  fetch(AUTH + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json', Accept: 'application/json',
      ...held.token !== null && { Authorization: `Bearer ${held.token}` },
    },
    ...body !== undefined && { body: JSON.stringify(body) },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

/** Keeps what a login or a refresh has answered. Other tabs hear of it. */
export const keep = (tokens: Schemas['TokenView']): void => {
  localStorage.setItem(LOGGED_IN, new Date().toISOString());
  held.token = tokens.accessToken;
  held.until = performance.now() + tokens.expiresIn * 1000;
  held.session = tokens.sessionId;
  sessionEnd.set(performance.now() + tokens.sessionExpiresIn * 1000);
};

/** Fetches new tokens, in one tab at a time: a refresh token is good once. False if the session is over. */
export const refresh = async (): Promise<boolean> => navigator.locks.request('milvaion refresh', async () => {
  const response = await auth('refresh');
  if (response.ok) {
    keep(await response.json() as Schemas['TokenView']);
  } else if (response.status === 401) {
    held.token = null;
    localStorage.removeItem(LOGGED_IN);
  } else {
    throw await failedBy(response);
  }
  return response.ok;
});

/** Lets in whoever has been recognised, unless something has to be done first. */
export const enter = async (): Promise<void> => {
  const response = await fetch(`${AUTH}me`, {
    headers: { Accept: 'application/json', Authorization: `Bearer ${held.token}` }, signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) {
    throw await failedBy(response);
  }
  const who = await response.json() as Me;
  duty.set(who.mustChangePassword ? 'password' : who.mustEnrol ? 'secondFactor' : null);
  if (duty.value !== null) {
    loginWanted.set(true);
  } else if (me.value !== null && me.value.id !== who.id) {
    location.reload(); // nobody sees what another has opened and filled in
  } else {
    me.set(who);
    loginWanted.set(false);
  }
};

/** Goes on after a duty was done: a node that another request comes to learns of it within a second. */
export const enterAfterDuty = async (): Promise<void> => {
  const done = duty.value;
  for (let tries = 0; tries < 8; tries++) {
    await enter();
    if (duty.value === null || duty.value !== done) {
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, 250); });
  }
};

/** How one may log in here. */
export const ways = async (): Promise<Schemas['Way'][]> => {
  const response = await fetch(`${AUTH}ways`, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE_MS) });
  return response.ok ? (await response.json() as Schemas['PageWay']).items : [];
};

/** Some login may be in the cookie after a page of the provider was open. */
export const expectReturn = (): void => localStorage.setItem(LOGGED_IN, 'perhaps');

export const logout = async (): Promise<void> => {
  const response = await outlast(() => auth('logout'));
  localStorage.removeItem(LOGGED_IN);
  if (response.status === 200) { // the session ends at the provider, too
    location.assign((await response.json() as Schemas['LogoutView']).location);
  } else {
    location.reload();
  }
};
