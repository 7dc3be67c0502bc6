/* Times and durations as people read them. */

import { element } from "./dom.js";

export const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" });

export function time(iso) {
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

export function duration(ms) {
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

export function until(iso) {
  const ms = new Date(iso) - Date.now();
  return ms <= 0 ? "now" : ms < 60_000 ? `${Math.ceil(ms / 1000)} s` : duration(ms);
}
