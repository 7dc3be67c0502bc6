/**
 * The leader's dispatcher: turns due jobs into occurrences and publishes them.
 *
 * <pre>
 *   heartbeat (1 s), wake-ups ──► drain loop: while this node leads and something is due
 *     1 pop            lease due members of schedule and ready in Redis, at most 500
 *     2 read           definitions and next_run_at of the jobs: the truth about what is due
 *     3 plan           misfire rule: which instant runs, which are skipped, what comes next;
 *                      a type at its starts per second: the others get a turn;
 *                      jobs that are behind get several instants, one of each in turn
 *     4 one transaction: gates locked · job_schedule advanced where it is still as read
 *                        · occurrences, skips and holds inserted, late runs noted and all missed
 *                        ones counted · ready entries registered · commit
 *     5 publish        with confirms, while the next batch is already popped
 *     6 complete       end the lease with the next score, only if it is still this batch's
 * </pre>
 *
 * <p>Invariants: a planned instant becomes one occurrence or one skip, because its id is derived
 * and {@code next_run_at} advances in the same transaction, under the leader's term. Nothing in
 * Redis makes a job fire: an inactive, deleted or already advanced job matches no row. During an
 * emergency stop ({@link io.milvaion.scheduler.state.stop}) nothing is popped, and a batch that
 * meets one in step 4 is put back. {@link io.milvaion.scheduler.see.preview.MisfirePreview} asks
 * the rules of step 3 what would happen.
 *
 * <p>When PostgreSQL or Redis fails in 2 or 4, the batch is given back and popped again until they
 * answer; a pop without an answer is followed by one that takes over all leases; completing is
 * repeated until it is answered.
 *
 * <p>Crash points: after 1 the lease ends and the members are popped again; within 4 nothing has
 * happened; after 4 the registered ready entries fall due and are published as copy 2; after 5 the
 * members are popped again and match nothing.
 */
package io.milvaion.scheduler.run.dispatch;
