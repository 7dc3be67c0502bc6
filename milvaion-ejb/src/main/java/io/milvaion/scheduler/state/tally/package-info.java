/**
 * Runs added up by minute, hour and day, so that no count and no chart searches the history.
 *
 * <pre>
 *   a transaction starts or ends runs ──► untallied_runs   one row, inserted, in that transaction
 *                                              │ every two seconds, the leader: one transaction
 *                                              ▼
 *                      run_minutes, run_hours, run_days    of each job, each type and all
 * </pre>
 *
 * <p>Whoever ends a run writes a {@link io.milvaion.scheduler.state.tally.RunFact} of it and
 * updates nothing that others want: a job's counters updated in each transaction would have all
 * nodes wait for each other. Adding up deletes what it has added in the same transaction, under the
 * leader's term: what dies in between adds nothing, and nothing is added twice. Until it is added
 * up a fact is in none of the numbers, and whoever shows these says as of when they are.
 *
 * <p>A late result that replaces Unknown takes off what was counted, where it was counted. Facts of
 * a job stay when it is deleted. What ended before {@code tally_begin} is not counted.
 *
 * <p>Times are {@link io.milvaion.scheduler.state.tally.Sketch}es, which are merged without loss:
 * percentiles of any range come from its rows.
 */
package io.milvaion.scheduler.state.tally;
