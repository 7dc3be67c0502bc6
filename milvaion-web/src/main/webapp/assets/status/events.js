/* Live events over the WebSocket; the truth is read again whenever events may be missing. */

import { showConnection } from "./connection.js";
import { reload } from "./reload.js";
import { drawSoon } from "./runs.js";
import { token } from "./session.js";
import { merge, view } from "./view.js";

const CHANNELS = ["jobs", "occurrences", "system"];
const SUMMARY_PAUSE_MS = 5000; // many pages get the same summary: they spread their reading

const session = { seq: 0, failures: 0, timer: null };

export async function connect() {
  clearTimeout(session.timer);
  const shown = await token();
  if (!shown || view.socket) { // a login connects
    return;
  }
  const address = new URL("ws/events", document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  const opened = new WebSocket(address, ["milvaion", `bearer.${shown}`]);
  view.socket = opened;
  opened.onopen = () => {
    session.seq = 0;
    session.failures = 0;
    view.feedLost = false;
    opened.send(JSON.stringify({ subscribe: CHANNELS }));
    reload();
    showConnection();
  };
  opened.onmessage = message => receive(JSON.parse(message.data));
  opened.onclose = () => {
    if (view.socket !== opened) {
      return;
    }
    view.socket = null;
    session.failures++;
    showConnection();
    const pause = Math.min(15_000, 500 * 2 ** session.failures) * (0.5 + Math.random());
    session.timer = setTimeout(connect, pause);
  };
}

export function disconnect() {
  const open = view.socket;
  view.socket = null;
  clearTimeout(session.timer);
  open?.close();
}

function receive(message) {
  if (message.seq !== session.seq + 1) {
    reload();
  }
  session.seq = message.seq;
  for (const event of message.events ?? []) {
    apply(event);
  }
}

function apply(event) {
  if (event.type === "feed.lost") {
    view.feedLost = true;
    showConnection();
  } else if (event.type === "summary") {
    view.feedLost = false;
    showConnection();
    reload(SUMMARY_PAUSE_MS * (0.5 + Math.random()));
  } else if (event.type.startsWith("occurrence.") && event.type !== "occurrence.skipped") {
    merge(event.data);
    drawSoon();
  } else {
    reload();
  }
}
