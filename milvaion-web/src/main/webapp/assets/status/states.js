/* What the page knows of the states of runs. A test holds it to the enum OccurrenceState. */

/** Names and ranks by code; of two reports on one attempt the one with the higher rank stands. */
const STATES = [
  { name: "Queued", rank: 0 },
  { name: "Running", rank: 1 },
  { name: "Completed", rank: 3 },
  { name: "Failed", rank: 3 },
  { name: "Cancelled", rank: 3 },
  { name: "Timed out", rank: 3 },
  { name: "Unknown", rank: 2 },
  { name: "Skipped", rank: 3 },
];

export const QUEUED = 0;
export const RUNNING = 1;
export const COMPLETED = 2;
export const NOT_COMPLETED = [3, 4, 5, 6];

export function nameOf(state) {
  return STATES[state]?.name ?? "?";
}

/** Whether one picture of a run is newer than another of the same run. */
export function isNewer(one, other) {
  return one.attempt > other.attempt
    || (one.attempt === other.attempt && STATES[one.state]?.rank > STATES[other.state]?.rank);
}
