"use strict";

/* The status page: reads the truth over REST, follows changes over the WebSocket, and reads the
   truth again whenever events may be missing. Text of users is only ever set as textContent. */

const STATES = ["Queued", "Running", "Completed", "Failed", "Cancelled", "Timed out", "Unknown", "Skipped"];
const RANKS = [0, 1, 3, 3, 3, 3, 2, 3];
const SHOWN_RUNS = 20;
const RELOAD_PAUSE_MS = 1500;
const SUMMARY_PAUSE_MS = 5000; // many pages get the same summary: they spread their reading
const POLL_MS = 10_000;
const CHANNELS = ["jobs", "occurrences", "system"];

const byId = id => document.getElementById(id);
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" });

const view = { dashboard: null, nodes: null, runs: new Map(), readAt: null, paused: false, feedLost: false };
const errors = { dashboard: null, nodes: null };

/* ---- reading ---- */

async function read(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(8000) });
  if (!response.ok && !path.startsWith("health/")) {
    throw new Error(`the server answered ${response.status}`);
  }
  return response.json();
}

function reason(error) {
  return error.name === "TimeoutError" ? "no answer within 8 s" : error.message;
}

/** Reads what one block shows; the other blocks go on when it cannot be read. */
async function readBlock(block, path, show) {
  try {
    show(await read(path));
    errors[block] = null;
  } catch (error) {
    errors[block] = reason(error);
  }
}

function takeDashboard(dashboard) {
  view.dashboard = dashboard;
  const known = view.runs;
  view.runs = new Map(dashboard.lastRuns.map(run => [run.id, run]));
  for (const run of dashboard.lastRuns) {
    const before = known.get(run.id);
    if (before) { // an event may have said more than was read
      merge(before);
    }
  }
}

async function readHealth() {
  try {
    const answer = await read("health/ready");
    const data = Object.assign({}, ...answer.checks.map(check => check.data));
    showProblems(Object.entries(data)
      .filter(([part, text]) => !["degraded", "dispatching"].includes(part) && !/^up\b/.test(text))
      .map(([part, text]) => `${part} is ${text}`));
  } catch (error) {
    showProblems([`health cannot be read: ${reason(error)}`]);
  }
}

const loading = { busy: false, again: false, timer: null, last: -Infinity };

/** Reads everything, at most once in a while; calls in between are one call at its end. */
function reload(pause = RELOAD_PAUSE_MS) {
  if (view.paused || loading.timer !== null) {
    return;
  }
  const wait = Math.max(0, loading.last + pause - performance.now());
  loading.timer = setTimeout(async () => {
    loading.timer = null;
    if (loading.busy) {
      loading.again = true;
      return;
    }
    loading.busy = true;
    loading.last = performance.now();
    await Promise.all([
      readBlock("dashboard", "api/v1/dashboard", takeDashboard),
      readBlock("nodes", "api/v1/nodes", page => { view.nodes = page.items; }),
      readHealth(),
    ]);
    loading.busy = false;
    if (!errors.dashboard && !errors.nodes) {
      view.readAt = new Date();
    }
    draw();
    if (loading.again) {
      loading.again = false;
      reload();
    }
  }, wait);
}

/* ---- events ---- */

const socket = { current: null, seq: 0, failures: 0, timer: null };

function connect() {
  clearTimeout(socket.timer);
  const address = new URL("ws/events", document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  const opened = new WebSocket(address);
  socket.current = opened;
  opened.onopen = () => {
    socket.seq = 0;
    socket.failures = 0;
    view.feedLost = false;
    opened.send(JSON.stringify({ subscribe: CHANNELS }));
    reload();
    showConnection();
  };
  opened.onmessage = message => receive(JSON.parse(message.data));
  opened.onclose = () => {
    if (socket.current !== opened) {
      return;
    }
    socket.current = null;
    socket.failures++;
    showConnection();
    const pause = Math.min(15_000, 500 * 2 ** socket.failures) * (0.5 + Math.random());
    socket.timer = setTimeout(connect, pause);
  };
}

function receive(message) {
  if (message.seq !== socket.seq + 1) {
    reload();
  }
  socket.seq = message.seq;
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

/** Keeps the newer of two pictures of a run: events of different nodes come in any order. */
function merge(run) {
  const before = view.runs.get(run.id);
  if (before && (before.attempt > run.attempt
      || (before.attempt === run.attempt && RANKS[before.state] > RANKS[run.state]))) {
    return;
  }
  view.runs.set(run.id, before?.attempt === run.attempt ? { ...before, ...run }
    : { ...run, jobName: run.jobName ?? before?.jobName, plannedAt: run.plannedAt ?? before?.plannedAt });
  if (view.runs.size > 4 * SHOWN_RUNS) {
    view.runs = new Map(newestRuns().map(one => [one.id, one]));
  }
}

function newestRuns() {
  return [...view.runs.values()]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN_RUNS);
}

/* ---- drawing ---- */

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

function link(text, href) {
  const made = element("a", text);
  made.href = href;
  return made;
}

function time(iso) {
  if (!iso) {
    return "–";
  }
  const at = new Date(iso);
  const made = element("time", at.toDateString() === new Date().toDateString()
    ? clock.format(at) : `${day.format(at)} ${clock.format(at)}`);
  made.dateTime = iso;
  made.title = iso;
  return made;
}

function duration(ms) {
  if (ms === null || ms === undefined) {
    return "–";
  }
  if (ms < 1000) {
    return `${Math.round(ms)} ms`;
  }
  const seconds = ms / 1000;
  if (seconds < 60) {
    return `${seconds < 10 ? seconds.toFixed(1) : Math.floor(seconds)} s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
  }
  return seconds < 172_800
    ? `${Math.floor(seconds / 3600)} h ${Math.floor(seconds % 3600 / 60)} min`
    : `${Math.floor(seconds / 86_400)} days`;
}

function until(iso) {
  const ms = new Date(iso) - Date.now();
  return ms <= 0 ? "now" : ms < 60_000 ? `${Math.ceil(ms / 1000)} s` : duration(ms);
}

/** Fills a table; rows with a known key stay in the document, so that focus in them stays. */
function fill(id, items, keyOf, cellsOf) {
  const body = byId(id).tBodies[0];
  const wide = [...byId(id).tHead.rows[0].cells].map(cell => cell.className);
  const known = new Map([...body.rows].map(row => [row.dataset.key, row]));
  items.forEach((item, index) => {
    const key = keyOf(item);
    const row = known.get(key) ?? element("tr");
    known.delete(key);
    row.dataset.key = key;
    cellsOf(item).forEach((content, column) => setCell(row, column, content, wide[column]));
    if (body.rows[index] !== row) {
      body.insertBefore(row, body.rows[index] ?? null);
    }
  });
  known.forEach(row => row.remove());
  byId(id).hidden = items.length === 0;
}

function setCell(row, column, content, className) {
  const cell = row.cells[column] ?? row.appendChild(element("td", undefined, className));
  const made = typeof content === "string" ? document.createTextNode(content) : content;
  const before = cell.firstChild;
  if (before && before.isEqualNode(made)) {
    return;
  }
  if (before && before.nodeName === "A" && made.nodeName === "A" && before.href === made.href) {
    before.textContent = made.textContent;
  } else {
    cell.replaceChildren(made);
  }
}

function note(id, error, read, count, empty) {
  const line = byId(id);
  const text = error ? `Cannot be read: ${error}.` : !read ? "Loading…" : count === 0 ? empty : "";
  line.textContent = text;
  line.className = error ? "note error" : "note";
  line.hidden = text === "";
}

function showProblems(problems) {
  const list = byId("problems");
  list.replaceChildren(...problems.map(text => element("li", text)));
  list.hidden = problems.length === 0;
}

function showConnection() {
  const line = byId("connection");
  const since = view.readAt ? `; shown is what was read at ${clock.format(view.readAt)}` : "";
  const open = socket.current?.readyState === WebSocket.OPEN;
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

function drawNumbers(dashboard) {
  const numbers = dashboard.numbers;
  const ended = Object.fromEntries(dashboard.endedLast24Hours.map(one => [one.state, one.count]));
  const facts = [
    ["Leader", dashboard.leader.node ?? "none"],
    ["Term", dashboard.leader.term],
    ["Active jobs", numbers.activeJobs],
    ["Workers", numbers.workersAlive],
    ["Completed, 24 h", ended[2] ?? 0],
    ["Not completed, 24 h", [3, 4, 5, 6].reduce((sum, s) => sum + (ended[s] ?? 0), 0)],
  ];
  byId("numbers").replaceChildren(...facts.map(([name, value]) => {
    const fact = element("div");
    fact.append(element("dt", name), element("dd", value.toLocaleString()));
    return fact;
  }));
}

function drawStop(dispatch) {
  byId("stop").hidden = dispatch.stopped;
  byId("stopped").hidden = !dispatch.stopped;
  if (dispatch.stopped) {
    const facts = ["By ", element("strong", dispatch.stoppedBy), " since ", time(dispatch.stoppedAt), ": ",
      element("q", dispatch.reason)];
    const line = byId("stopped-facts");
    const made = element("p");
    made.append(...facts);
    if (line.innerHTML !== made.innerHTML) { // it is read aloud when it changes
      line.replaceChildren(...made.childNodes);
    }
  }
}

function drawRuns() {
  const runs = newestRuns();
  fill("runs", runs, run => run.id, run => [
    state(run),
    link(run.jobName ?? run.jobId, `api/v1/occurrences/${run.id}`),
    time(run.plannedAt),
    run.startedAt ? duration(Math.max(0, new Date(run.startedAt) - new Date(run.plannedAt))) : "–",
    run.state === 1 && typeof run.progress === "number" ? progress(run) : duration(run.durationMs),
    String(run.attempt),
  ]);
  note("runs-note", errors.dashboard, view.dashboard, runs.length, "Nothing has run yet.");
}

function state(run) {
  const waits = run.state === 0 && run.stage && run.stage !== "READY" ? ` (${run.stage.toLowerCase()})` : "";
  return element("span", (STATES[run.state] ?? "?") + waits, `state state-${Number(run.state)}`);
}

function progress(run) {
  const made = element("progress");
  made.max = 100;
  made.value = run.progress;
  made.title = `${run.progress} %`;
  made.setAttribute("aria-label", "Progress");
  return made;
}

function draw() {
  if (view.dashboard) {
    drawNumbers(view.dashboard);
    drawStop(view.dashboard.dispatch);
  }
  drawNodes();
  drawNext();
  drawRuns();
  showConnection();
}

function drawNodes() {
  const nodes = view.nodes ?? [];
  fill("nodes", nodes, node => node.id, node => [
    node.id,
    !node.alive ? "silent" : node.leader ? "leads" : "follows",
    time(node.lastSeenAt),
    time(node.startedAt),
  ]);
  note("nodes-note", errors.nodes, view.nodes, nodes.length, "No node has reported yet.");
}

function drawNext() {
  const next = view.dashboard?.nextRuns ?? [];
  fill("next", next, run => run.jobId, run => [
    link(run.jobName, `api/v1/jobs/${run.jobId}`),
    run.jobType,
    time(run.nextRunAt),
    until(run.nextRunAt),
  ]);
  note("next-note", errors.dashboard, view.dashboard, next.length, "Nothing is planned.");
}

let drawing = false;

function drawSoon() {
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      drawRuns();
    });
  }
}

/* ---- the emergency stop ---- */

/** Sends a command and shows how dispatching stands then; says beside the button what went wrong. */
async function command(path, body, errorId) {
  const line = byId(errorId);
  try {
    const response = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body), signal: AbortSignal.timeout(8000),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(answer.detail ?? `the server answered ${response.status}`);
    }
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

async function stopDispatching(event) {
  event.preventDefault(); // the dialog stays until it is done
  if (await command("api/v1/admin/dispatch/stop", { reason: byId("stop-reason").value }, "stop-error")) {
    byId("stop-reason").value = "";
    byId("stop-dialog").close();
  }
}

/* ---- start ---- */

function pause() {
  view.paused = !view.paused;
  byId("pause").textContent = view.paused ? "Resume" : "Pause";
  byId("pause").setAttribute("aria-pressed", String(view.paused));
  if (view.paused) {
    const open = socket.current;
    socket.current = null;
    clearTimeout(socket.timer);
    open?.close();
  } else {
    reload();
    connect();
  }
  showConnection();
}

function everySecond() {
  if (view.paused || document.hidden) {
    return;
  }
  drawNext();
  const first = view.dashboard?.nextRuns?.[0];
  const due = first && new Date(first.nextRunAt) < Date.now() - 500;
  if (due || performance.now() - loading.last > POLL_MS) {
    reload();
  }
}

byId("zone").textContent = Intl.DateTimeFormat().resolvedOptions().timeZone;
byId("pause").addEventListener("click", pause);
byId("stop").addEventListener("click", () => byId("stop-dialog").showModal());
byId("stop-cancel").addEventListener("click", () => byId("stop-dialog").close());
byId("stop-dialog").addEventListener("submit", stopDispatching);
byId("resume").addEventListener("click", () => command("api/v1/admin/dispatch/resume", {}, "stopped-error"));
document.addEventListener("visibilitychange", () => document.hidden || reload());
setInterval(everySecond, 1000);
connect();
reload();
