/**
 * How runs have ended. Two tables tell it without a search of the history, and only this room adds
 * endings to them, in the transaction that ends the run: {@link
 * io.milvaion.scheduler.state.ending.RunCounters} counts every ending, {@link
 * io.milvaion.scheduler.state.ending.FailedRuns} lists those that are not Completed.
 *
 * <p>Many transactions want the same rows: each counts first and lists then, after it has written
 * the occurrences that end.
 */
package io.milvaion.scheduler.state.ending;
