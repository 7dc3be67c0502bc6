/* What the page knows and shows. */

import { isNewer } from "./states.js";

const SHOWN_RUNS = 20;

export const view = {
  dashboard: null, nodes: null, runs: new Map(), readAt: null, paused: false, feedLost: false, socket: null,
};
export const errors = { dashboard: null, nodes: null };

export function takeDashboard(dashboard) {
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

/** Keeps the newer of two pictures of a run: events of different nodes come in any order. */
export function merge(run) {
  const before = view.runs.get(run.id);
  if (before && isNewer(before, run)) {
    return;
  }
  view.runs.set(run.id, before?.attempt === run.attempt ? { ...before, ...run }
    : { ...run, jobName: run.jobName ?? before?.jobName, plannedAt: run.plannedAt ?? before?.plannedAt });
  if (view.runs.size > 4 * SHOWN_RUNS) {
    view.runs = new Map(newestRuns().map(one => [one.id, one]));
  }
}

export function newestRuns() {
  return [...view.runs.values()]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN_RUNS);
}
