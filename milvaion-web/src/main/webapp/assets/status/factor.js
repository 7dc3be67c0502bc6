/* Sets a second factor up for who has to have one. */

import { byId } from "./dom.js";

/**
 * Shows the key for an authenticator app until a code of it is right.
 *
 * @param password as it was typed at the login; without it, that has to come first
 * @param post sends to the API with the token
 * @returns whether it is set up
 */
export async function enrol(password, post) {
  const begun = password && await post("second-factor", { password });
  if (!begun || !begun.ok) {
    return false;
  }
  const { secret, uri } = await begun.json();
  byId("factor-secret").textContent = secret.replace(/.{4}(?=.)/g, "$& ");
  byId("factor-uri").href = uri;
  byId("factor").showModal();
  await show(await confirmed(post));
  return true;
}

/** The recovery codes, as soon as a code is right. */
function confirmed(post) {
  return new Promise(resolve => {
    byId("factor").oncancel = event => event.preventDefault();
    byId("factor").onsubmit = async event => {
      event.preventDefault();
      const response = await post("second-factor/confirm", { code: byId("factor-code").value });
      const answer = await response.json().catch(() => ({}));
      byId("factor-error").textContent = answer.detail ?? "";
      byId("factor-error").hidden = response.ok;
      if (response.ok) {
        byId("factor").close();
        resolve(answer.recoveryCodes);
      }
    };
  });
}

function show(codes) {
  return new Promise(resolve => {
    byId("recovery-codes").textContent = codes.join("\n");
    byId("recovery").onclose = resolve;
    byId("recovery").showModal();
  });
}
