/**
 * Failed occurrences are run again, one ({@code POST /failed-occurrences/{id}/retry}) or many
 * ({@code POST /replays}). A final occurrence stays as it is: each retry is a new occurrence,
 * triggered like any other, that names the one it repeats and, unless the present definition is
 * asked for, the version of the job that the failed run named: type, data, limits and retries are
 * of that version. Whether the present definition was asked for stands in the replay and in the log
 * of the new run.
 *
 * <p>A replay is an {@linkplain io.milvaion.scheduler.mend.operation operation} with words of its
 * own: <em>done</em> is what others call completed, <em>refused</em> an item that has failed. Its
 * items are the failed occurrences that the filter means and that were not retried before.
 *
 * <p><b>Work.</b> The leader takes up to 100 waiting items at a time, as many as the rate allows by
 * now, job by job, and goes on after the last job. One transaction:
 *
 * <pre>
 *   1 lock the term          another node leads: nothing happens
 *   2 lock the replay        paused or cancelled since: nothing happens
 *   3 read waiting items in the order of their jobs
 *   4 for each: trigger its job within this transaction (gates locked, occurrence inserted)
 *       gate, queue or emergency stop refuse     stays waiting; so do the others of its job
 *       job deleted, retried before, not listed  refused, with the reason
 *   5 mark the items, the failed occurrences (retriedAs, resolved) and the counts of the replay
 *   6 register the new runs in {@code ready}; commit; publish
 * </pre>
 *
 * <p>Invariants: an item leaves <em>waiting</em> once, in the transaction that makes its
 * occurrence; a failed occurrence gets {@code retried_as} once, whoever retries it. A step that
 * finds either taken rolls back and looks again.
 *
 * <p>Crash points: before the commit nothing has happened, and the entry in {@code ready} matches
 * no row; after it the leader publishes what was not published. Which job comes next is in memory
 * only: a new leader begins with the first job again, which changes the order and nothing else.
 */
package io.milvaion.scheduler.mend.replay;
