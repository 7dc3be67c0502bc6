/**
 * Runs that somebody asks for: {@code POST /jobs/{id}/trigger}. One transaction, then a publish:
 *
 * <pre>
 *   1 lock the job's gate (a job without one: its schedule row against edits)
 *   2 read the job; look for the id, if it is given  there already: the first answer
 *   - an emergency stop, or a pause of the job     refused, nothing stored
 *   3 admit                                        Skip and one is open: refused, nothing stored
 *   4 insert the occurrence READY or HELD
 *   5 register it in {@code ready} and {@code open}   Redis away: rolled back, nothing stored
 *   6 commit
 *   7 publish; after the confirm forget the entry in {@code ready}
 * </pre>
 *
 * <p>A crash before 6 stores nothing; the entry of step 5 falls due, matches no row and is dropped.
 * A crash after 6 leaves the entry: the leader publishes the run as copy 2. When the commit may or
 * may not have happened the client gets an error and repeats: with an {@linkplain
 * io.milvaion.scheduler.ground.once idempotency key}, which brings the id of the run, that gives
 * one run, without one perhaps two. Inactive jobs may be triggered, deleted ones not.
 */
package io.milvaion.scheduler.run.trigger;
