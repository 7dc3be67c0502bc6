/**
 * How runs end: what an ending is recorded as, and how runs are cancelled.
 *
 * <p>Two tables tell how runs have ended without a search of the history, and only this room adds
 * to them, in the transaction that ends the run: {@link
 * io.milvaion.scheduler.state.ending.RunCounters} counts every ending, {@link
 * io.milvaion.scheduler.state.ending.FailedRuns} lists those that are not Completed. Many
 * transactions want the same rows: each counts first and lists then, after it has written the
 * occurrences that end. Before both it writes what is added up later ({@link
 * io.milvaion.scheduler.state.tally}).
 *
 * <p>Cancelling one run: the wish is stored ({@code cancel_requested_at}); from then on it gets no
 * further attempt. Then one script sets the cancel key and tells who has the present attempt. When
 * a worker executes that (or has just ended it), its report decides. Otherwise nobody can start it
 * any more, and it is Cancelled at once, through its job's gate. After a crash in between, the wish
 * and the key remain: a worker that gets the message reports the run as cancelled, and a repeated
 * request ends it.
 */
package io.milvaion.scheduler.state.ending;
