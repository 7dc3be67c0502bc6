/* The ways to log in besides name and password: links in the dialog of the login. */

import { byId } from "./dom.js";

/** Shows them; calls a function before the page is left for one. */
export async function showWays(address, onLeave) {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(8000) });
  const ways = answer.ok ? (await answer.json()).items : [];
  byId("login-ways").replaceChildren(...ways.filter(way => way.way === "oidc").map(way => link(way, onLeave)));
}

function link(way, onLeave) {
  const a = document.createElement("a");
  a.textContent = way.title;
  a.href = `${way.location}?returnTo=${encodeURIComponent(location.pathname + location.search)}`;
  a.addEventListener("click", onLeave);
  return a;
}
