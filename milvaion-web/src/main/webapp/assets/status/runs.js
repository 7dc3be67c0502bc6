/* The table of the last runs. */

import { element, fill, note } from "./dom.js";
import { nameOf } from "./states.js";
import { duration, time } from "./time.js";
import { errors, newestRuns, view } from "./view.js";

export function drawRuns() {
  const runs = newestRuns();
  fill("runs", runs, run => run.id, run => [
    state(run),
    run.jobName ?? run.jobId,
    time(run.plannedAt),
    run.startedAt ? duration(Math.max(0, new Date(run.startedAt) - new Date(run.plannedAt))) : "–",
    run.state === "running" && typeof run.progress === "number" ? progress(run) : duration(run.durationMs),
    String(run.attempt),
  ]);
  note("runs-note", errors.dashboard, view.dashboard, runs.length, "Nothing has run yet.");
}

function state(run) {
  const waits = run.state === "queued" && run.stage && run.stage !== "ready" ? ` (${run.stage})` : "";
  return element("span", nameOf(run.state) + waits, `state state-${run.state}`);
}

function progress(run) {
  const made = element("progress");
  made.max = 100;
  made.value = run.progress;
  made.title = `${run.progress} %`;
  made.setAttribute("aria-label", "Progress");
  return made;
}

let drawing = false;

export function drawSoon() {
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      drawRuns();
    });
  }
}
