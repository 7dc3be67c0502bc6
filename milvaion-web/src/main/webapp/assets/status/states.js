/* What the page knows of the states of runs. A test holds it to the enum OccurrenceState. */

/** Names and ranks by the words of the API; of two reports on one attempt the one with the higher rank stands. */
const STATES = {
  queued: { name: "Queued", rank: 0 },
  running: { name: "Running", rank: 1 },
  completed: { name: "Completed", rank: 3 },
  failed: { name: "Failed", rank: 3 },
  cancelled: { name: "Cancelled", rank: 3 },
  timedOut: { name: "Timed out", rank: 3 },
  unknown: { name: "Unknown", rank: 2 },
  skipped: { name: "Skipped", rank: 3 },
};

export const NOT_COMPLETED = ["failed", "cancelled", "timedOut", "unknown"];

export function nameOf(state) {
  return STATES[state]?.name ?? "?";
}

/** Whether one picture of a run is newer than another of the same run. */
export function isNewer(one, other) {
  return one.attempt > other.attempt
    || (one.attempt === other.attempt && STATES[one.state]?.rank > STATES[other.state]?.rank);
}
