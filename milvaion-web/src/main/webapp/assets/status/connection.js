/* The line that says how current the page is. */

import { byId } from "./dom.js";
import { clock } from "./time.js";
import { errors, view } from "./view.js";

export function showConnection() {
  const line = byId("connection");
  const since = view.readAt ? `; shown is what was read at ${clock.format(view.readAt)}` : "";
  const open = view.socket?.readyState === WebSocket.OPEN;
  const [state, text] = view.paused ? ["paused", `Paused${since}`]
    : !open ? ["lost", `Disconnected, trying again${since}`]
    : view.feedLost ? ["lost", `Live events are interrupted${since}`]
    : errors.dashboard || errors.nodes ? ["lost", `Not everything can be read${since}`]
    : !view.readAt ? ["waiting", "Loading…"]
    : ["live", "Live"];
  if (line.textContent !== text) { // it is read aloud when it changes
    line.textContent = text;
  }
  line.dataset.state = state;
  document.body.classList.toggle("stale", state === "lost" || state === "paused");
}
