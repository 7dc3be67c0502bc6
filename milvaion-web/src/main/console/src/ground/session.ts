import { Store } from './store.ts';
import type { Permission, Schemas } from './types.ts';

// Who looks at the page. The access token lives in this memory only; the refresh token is a cookie that scripts
// cannot read.

const AUTH = 'api/v1/auth/';
const EARLY_MS = 30_000;
const PATIENCE_MS = 10_000;
const LOGGED_IN = 'milvaion.loggedIn'; // no secret: only whether a refresh is worth asking for

export type Me = Schemas['Me'];

/** Who is logged in; null while nobody is, or while a password has to be changed first. */
export const me = new Store<Me | null>(null);

/** Whether the page waits for a login. What is filled in meanwhile stays. */
export const loginWanted = new Store(false);

const held: { token: string | null; until: number } = { token: null, until: 0 };

export const can = (permission: Permission): boolean => me.value?.permissions.includes(permission) ?? false;

/** The header of a request; a new token is fetched before the old one ends. */
export const bearer = async (): Promise<Record<string, string>> => {
  const token = await goodToken();
  return token === null ? {} : { Authorization: `Bearer ${token}` };
};

/** A good access token, or null: somebody has to log in then. */
export const goodToken = async (): Promise<string | null> => {
  if (held.token !== null && performance.now() > held.until - EARLY_MS && !await refresh()) {
    ended();
  }
  return held.token;
};

/** The server does not know the token any more, or somebody has logged out. */
export const ended = (): void => {
  held.token = null;
  loginWanted.set(true);
};

/** Goes on with the login of before, or asks for one. */
export const begin = async (): Promise<void> => {
  if (localStorage.getItem(LOGGED_IN) === null || !await refresh() || !await entered()) {
    ended();
  }
};

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

/** Keeps what a login or a refresh has answered; false if it was refused. */
export const take = async (response: Response): Promise<boolean> => {
  if (!response.ok) {
    held.token = null;
    localStorage.removeItem(LOGGED_IN);
    return false;
  }
  localStorage.setItem(LOGGED_IN, 'yes');
  const answer = await response.json() as Schemas['TokenView'];
  held.token = answer.accessToken;
  held.until = performance.now() + answer.expiresIn * 1000;
  return true;
};

/** One tab at a time: a refresh token is good once. */
const refresh = async (): Promise<boolean> => {
  try {
    return await navigator.locks.request('milvaion refresh', async () => take(await auth('refresh')));
  } catch {
    return false; // nobody has answered
  }
};

/** Reads who has logged in. False if something has to be done before: a first password, a second factor. */
export const entered = async (): Promise<boolean> => {
  const who = await whoami();
  if (who === null || who.mustChangePassword || who.mustEnrol) {
    return false;
  }
  me.set(who);
  loginWanted.set(false);
  return true;
};

export const whoami = async (): Promise<Me | null> => {
  const response = await fetch(`${AUTH}me`, {
    headers: { Accept: 'application/json', Authorization: `Bearer ${held.token}` }, signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return response.ok ? await response.json() as Me : null;
};

/** Some login may be in the cookie after a page of the provider was open. */
export const expectReturn = (): void => localStorage.setItem(LOGGED_IN, 'perhaps');

export const logout = async (): Promise<void> => {
  const response = await auth('logout');
  localStorage.removeItem(LOGGED_IN);
  if (response.status === 200) { // the session ends at the provider, too
    location.assign((await response.json() as Schemas['LogoutView']).location);
  } else {
    location.reload();
  }
};
