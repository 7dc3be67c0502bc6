/* The emergency stop. */

import { byId } from "./dom.js";
import { draw } from "./draw.js";
import { reason, send } from "./rest.js";
import { view } from "./view.js";

export async function stopDispatching(event) {
  event.preventDefault(); // the dialog stays until it is done
  if (await command("api/v1/admin/dispatch/stop", { reason: byId("stop-reason").value }, "stop-error")) {
    byId("stop-reason").value = "";
    byId("stop-dialog").close();
  }
}

export function resumeDispatching() {
  return command("api/v1/admin/dispatch/resume", {}, "stopped-error");
}

/** Sends a command and shows how dispatching stands then; says beside the button what went wrong. */
async function command(path, body, errorId) {
  const line = byId(errorId);
  try {
    const answer = await send(path, body);
    if (view.dashboard) {
      view.dashboard.dispatch = answer;
    }
    line.hidden = true;
    draw();
    return true;
  } catch (error) {
    line.textContent = `Not done: ${reason(error)}`;
    line.hidden = false;
    return false;
  }
}
