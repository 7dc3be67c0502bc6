/* The status page: reads the truth over REST, follows changes over the WebSocket, and reads the
   truth again whenever events may be missing. Its parts are in status/. */

import { showConnection } from "./status/connection.js";
import { byId } from "./status/dom.js";
import { drawNext } from "./status/draw.js";
import { connect, disconnect } from "./status/events.js";
import { readAgo, reload } from "./status/reload.js";
import { begin } from "./status/session.js";
import { resumeDispatching, stopDispatching } from "./status/stop.js";
import { view } from "./status/view.js";

const POLL_MS = 10_000;

function pause() {
  view.paused = !view.paused;
  byId("pause").textContent = view.paused ? "Resume" : "Pause";
  byId("pause").setAttribute("aria-pressed", String(view.paused));
  if (view.paused) {
    disconnect();
  } else {
    reload();
    connect();
  }
  showConnection();
}

function everySecond() {
  if (view.paused || document.hidden || document.querySelector("#login[open], #password[open]")) {
    return;
  }
  drawNext();
  const first = view.dashboard?.nextRuns?.[0];
  const due = first && new Date(first.nextRunAt) < Date.now() - 500;
  if (due || readAgo() > POLL_MS) {
    reload();
  }
}

byId("zone").textContent = Intl.DateTimeFormat().resolvedOptions().timeZone;
byId("pause").addEventListener("click", pause);
byId("stop").addEventListener("click", () => byId("stop-dialog").showModal());
byId("stop-cancel").addEventListener("click", () => byId("stop-dialog").close());
byId("stop-dialog").addEventListener("submit", stopDispatching);
byId("resume").addEventListener("click", resumeDispatching);
document.addEventListener("visibilitychange", () => document.hidden || reload());
setInterval(everySecond, 1000);
begin(() => {
  connect();
  reload();
});
