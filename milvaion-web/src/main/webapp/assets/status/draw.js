/* Everything that is drawn after it was read. */

import { showConnection } from "./connection.js";
import { byId, element, fill, note } from "./dom.js";
import { drawRuns } from "./runs.js";
import { NOT_COMPLETED } from "./states.js";
import { time, until } from "./time.js";
import { errors, view } from "./view.js";

export function draw() {
  if (view.dashboard) {
    drawNumbers(view.dashboard);
    drawStop(view.dashboard.dispatch);
  }
  drawNodes();
  drawNext();
  drawRuns();
  showConnection();
}

function drawNumbers(dashboard) {
  const numbers = dashboard.numbers;
  const ended = Object.fromEntries(dashboard.endedLast24Hours.map(one => [one.state, one.count]));
  const facts = [
    ["Leader", dashboard.leader.node ?? "none"],
    ["Term", dashboard.leader.term],
    ["Active jobs", numbers.activeJobs],
    ["Workers", numbers.workersAlive],
    ["Completed, 24 h", ended.completed ?? 0],
    ["Not completed, 24 h", NOT_COMPLETED.reduce((sum, s) => sum + (ended[s] ?? 0), 0)],
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

export function drawNext() {
  const next = view.dashboard?.nextRuns ?? [];
  fill("next", next, run => run.jobId, run => [
    run.jobName,
    run.jobType,
    time(run.nextRunAt),
    until(run.nextRunAt),
  ]);
  note("next-note", errors.dashboard, view.dashboard, next.length, "Nothing is planned.");
}

export function showProblems(problems) {
  const list = byId("problems");
  list.replaceChildren(...problems.map(text => element("li", text)));
  list.hidden = problems.length === 0;
}
