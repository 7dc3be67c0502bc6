// Jobs of tests' own, and what became of their runs.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { get, post, remove } from './node.mjs';

/** Makes a job that only runs when it is triggered, and takes it away after the test. */
export const job = async (test, members) => {
  const made = await post('/jobs', { displayName: `Browser ${Date.now()} ${Math.random()}`.slice(0, 40), jobType: 'hello', schedule: 'none', ...members });
  test.after(() => remove(`/jobs/${made.id}`).catch(() => {}));
  return made;
};

export const trigger = async (id, body = {}) => (await post(`/jobs/${id}/trigger`, body)).occurrenceId;

/** Waits until a run is in one of some states. */
export const until = async (run, ...states) => {
  for (let i = 0; i < 300; i++) {
    const now = await get(`/occurrences/${run}`);
    if (states.includes(now.state)) {
      return now;
    }
    await pause(100);
  }
  return assert.fail(`${run} did not become ${states}`);
};
