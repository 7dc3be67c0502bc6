/* For people who have forgotten their password: asks for a link by mail, and takes what it holds. */

import { byId } from "./dom.js";

const LINK = /^#reset=([\w-]{43})$/;

/**
 * Has the button of the login ask for a link.
 *
 * @param post sends to the API
 */
export function offer(post) {
  byId("forgotten").addEventListener("click", async () => {
    const account = byId("login-name").value;
    if (!account) {
      byId("login-name").focus();
      return say("login-error", "Type your name or e-mail address first.");
    }
    const response = await post("password/forgotten", { account });
    say("login-error", response.ok ? "If there is such an account, a link is on its way." : await reason(response));
  });
}

/** Has who comes by such a link choose a password; the token leaves the address at once. */
export async function taken(post) {
  const token = LINK.exec(location.hash)?.[1];
  if (!token) {
    return;
  }
  history.replaceState(null, "", location.pathname);
  byId("reset").oncancel = event => event.preventDefault();
  byId("reset").showModal();
  await chosen(token, post);
}

function chosen(token, post) {
  return new Promise(resolve => {
    byId("reset").onsubmit = async event => {
      event.preventDefault();
      const response = await post("password/reset", { token, newPassword: byId("reset-new").value });
      if (response.ok) {
        byId("reset").close();
        resolve();
      } else {
        say("reset-error", await reason(response));
      }
    };
  });
}

async function reason(response) {
  const answer = await response.json().catch(() => ({}));
  return answer.detail ?? `the server answered ${response.status}`;
}

function say(line, text) {
  byId(line).textContent = text;
  byId(line).hidden = false;
}
