/* Who looks at the page. The access token lives in this memory only; the refresh token is a cookie
   that scripts cannot read. */

import { byId } from "./dom.js";
import { enrol } from "./factor.js";
import { offer, taken } from "./forgotten.js";
import { showWays } from "./ways.js";

const AUTH = "api/v1/auth/";
const EARLY_MS = 30_000;
const LOGGED_IN = "milvaion.loggedIn"; // no secret: only whether a refresh is worth asking for

const session = { token: null, until: 0, onLogin: null };

/** Calls a function whenever somebody has logged in, and asks for a login if nobody has. */
export async function begin(onLogin) {
  session.onLogin = onLogin;
  byId("login").addEventListener("submit", login);
  byId("password").addEventListener("submit", changePassword);
  byId("logout").addEventListener("click", logout);
  for (const dialog of [byId("login"), byId("password")]) {
    dialog.addEventListener("cancel", event => event.preventDefault());
  }
  offer(post);
  await taken(post);
  await resume() ? enter() : ask();
}

/** Goes on with the login of before; false if there is none or it is over. */
export async function resume() {
  return localStorage.getItem(LOGGED_IN) !== null && await refresh();
}

/** A good access token, or null: somebody has to log in then. */
export async function token() {
  if (session.token && performance.now() > session.until - EARLY_MS && !await refresh()) {
    ask();
  }
  return session.token;
}

export async function authorization() {
  const now = await token();
  return now ? { Authorization: `Bearer ${now}` } : {};
}

/** The server does not know the token any more. */
export function refused() {
  session.token = null;
  ask();
}

/** One tab at a time: a refresh token is good once. */
function refresh() {
  return navigator.locks.request("milvaion refresh", async () => take(await post("refresh")));
}

function post(path, body) {
  return fetch(AUTH + path, {
    method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json",
      ...session.token && { Authorization: `Bearer ${session.token}` } },
    body: body && JSON.stringify(body), signal: AbortSignal.timeout(8000),
  });
}

async function take(response) {
  if (!response.ok) {
    session.token = null;
    localStorage.removeItem(LOGGED_IN);
    return false;
  }
  localStorage.setItem(LOGGED_IN, "yes");
  const answer = await response.json();
  session.token = answer.accessToken;
  session.until = performance.now() + answer.expiresIn * 1000;
  return true;
}

function ask() {
  if (!byId("login").open && !byId("password").open) {
    byId("login").showModal();
    showWays(`${AUTH}ways`, () => localStorage.setItem(LOGGED_IN, "perhaps")).catch(() => {});
  }
}

async function login(event) {
  event.preventDefault();
  const code = byId("login-code").value || null;
  const response = await post("login", { name: byId("login-name").value, password: byId("login-password").value, code });
  if (!await take(response.clone())) {
    return refusedLogin(response);
  }
  if (byId("login").open) {
    byId("login").close();
  }
  enter();
}

/** Only who knows the password is asked for the code. */
async function refusedLogin(response) {
  const asked = (await response.clone().json().catch(() => ({}))).missing === "code";
  byId("login-code").value = "";
  byId("login-factor").hidden = !asked;
  await tell("login-error", response);
  byId(asked ? "login-code" : "login-password").focus();
}

async function enter() {
  const me = await (await fetch(AUTH + "me", { headers: await authorization() })).json();
  if (me.mustChangePassword) {
    byId("password").showModal();
    return;
  }
  if (me.mustEnrol && !await enrol(byId("login-password").value, post)) {
    ask();
    return;
  }
  byId("login-password").value = "";
  byId("login-code").value = "";
  byId("logout").textContent = `Log out ${me.name}`;
  byId("logout").hidden = false;
  session.onLogin();
}

async function changePassword(event) {
  event.preventDefault();
  const body = { currentPassword: byId("login-password").value || byId("password-old").value, newPassword: byId("password-new").value };
  const response = await post("password", body);
  if (!response.ok) {
    return tell("password-error", response);
  }
  byId("password").close();
  enter();
}

async function logout() {
  const response = await post("logout");
  localStorage.removeItem(LOGGED_IN);
  if (response.status === 200) { // the session ends at the provider, too
    location.assign((await response.json()).location);
  } else {
    location.reload();
  }
}

async function tell(line, response) {
  const answer = await response.json().catch(() => ({}));
  byId(line).textContent = answer.detail ?? `the server answered ${response.status}`;
  byId(line).hidden = false;
}
