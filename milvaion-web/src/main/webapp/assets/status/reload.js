/* Reading the truth over REST. */

import { draw, showProblems } from "./draw.js";
import { read, reason } from "./rest.js";
import { errors, takeDashboard, view } from "./view.js";

const RELOAD_PAUSE_MS = 1500;

const loading = { busy: false, again: false, timer: null, last: -Infinity };

/** Reads everything, at most once in a while; calls in between are one call at its end. */
export function reload(pause = RELOAD_PAUSE_MS) {
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
      readBlock("nodes", "api/v1/nodes?limit=200", page => { view.nodes = page.items; }),
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

/** Milliseconds since reading last began. */
export function readAgo() {
  return performance.now() - loading.last;
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
