// Logs in, creates a job, triggers it, waits for the run, reads lists and its log, and is refused.
//   MILVAION_NODE=http://localhost:8080 MILVAION_USER=root MILVAION_PASSWORD=… node run.js
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { all, connect, held, Refused } from '../src/index.js';

const { MILVAION_NODE = 'http://localhost:8080', MILVAION_USER = 'root', MILVAION_PASSWORD = '' } = process.env;

const login = { name: MILVAION_USER, password: MILVAION_PASSWORD };
const { accessToken } = await held(connect(MILVAION_NODE).POST('/api/v1/auth/login', { body: login }));
const client = connect(MILVAION_NODE, accessToken);

const job = await held(client.POST('/api/v1/jobs', {
  body: { displayName: 'From TypeScript', jobType: 'hello', schedule: 'none', jobData: { name: 'TypeScript' } },
}));
const at = { path: { id: job.id } };
const { occurrenceId } = await held(client.POST('/api/v1/jobs/{id}/trigger', { params: at }));

const run = { params: { path: { id: occurrenceId } } };
let occurrence = await held(client.GET('/api/v1/occurrences/{id}', run));
while (occurrence.endedAt === null) {
  await setTimeout(100);
  occurrence = await held(client.GET('/api/v1/occurrences/{id}', run));
}
for await (const line of all((after) =>
  client.GET('/api/v1/occurrences/{id}/logs', { params: { ...run.params, query: { limit: 1, ...after } } }))) {
  console.log(line.at, line.level, line.message);
}
for await (const { id } of all((after) =>
  client.GET('/api/v1/occurrences', { params: { query: { jobId: job.id, ...after } } }))) {
  assert.equal(id, occurrenceId);
}

await client.DELETE('/api/v1/jobs/{id}', { params: at });
await assert.rejects(client.GET('/api/v1/jobs/{id}', { params: at }), (thrown) => {
  assert.ok(thrown instanceof Refused && thrown.status === 404, String(thrown));
  return true;
});
console.log('the run', occurrenceId, 'took', occurrence.durationMs, 'ms');
