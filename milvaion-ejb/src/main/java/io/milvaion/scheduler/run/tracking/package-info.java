/**
 * What became of runs: the reports and logs of workers on their way into the database.
 *
 * <pre>
 *                    ┌────────── retry: attempt + 1 ───────────┐
 *                    ▼                                         │
 *   Queued ── HELD, READY, BACKOFF ──► Running ──► Failed, TimedOut ──► final if no retry is left
 *                    │                    │
 *                    │                    ├──► Completed, Cancelled          final
 *                    └────────────────────┴──► Unknown (the worker is lost)  final if the job says so
 * </pre>
 *
 * <p>Rules, all in {@link io.milvaion.scheduler.run.tracking.Verdict}:
 *
 * <ul>
 *   <li>Of two reports on one attempt the one with the higher rank stands (running 1, unknown 2,
 *       results 3), of two results the first; a newer attempt stands before an older one.
 *   <li>A final occurrence stays as it is, but a late result replaces Unknown: without a retry and
 *       without touching the gate, which the run has passed already.
 *   <li>Progress is of one attempt, goes forward only, and is 100 when it completes, if it was told
 *       at all ({@code Standing}). Whatever ends otherwise keeps what was told last.
 *   <li>An attempt that was interrupted because its worker stops is followed by another one however
 *       few retries the job has, unless the job says that a lost attempt is not repeated: then it
 *       is a failure like others.
 *   <li>A lost attempt is recorded as Unknown and counts. If it turns out to be completed while the
 *       next one has not started, the occurrence is completed, and a cancel key stops the message
 *       of the next one.
 * </ul>
 *
 * <p>An attempt whose job does not stop ({@code executing} in its report) is <em>abandoned</em>:
 *
 * <pre>
 *   Running ── abandoned, the job says "go on" ──────────────────────► the attempt's end, as above
 *      └────── abandoned, "wait" ──► Running, abandoned_at set
 *                                       ├─ reported again: it has returned ─┐
 *                                       └─ its claim has ended: recordLost ─┴─► the attempt's end
 * </pre>
 *
 * <ul>
 *   <li>What the attempt has ended as, and whether another one follows, is decided and recorded
 *       when it is abandoned; the end of the wait only lets it happen, and a wish to cancel takes
 *       the retry away. Whether to wait is decided then, too: later edits of the job change
 *       nothing.
 *   <li>While it waits the run is Running, so it is open for the gate, for recovery and for the
 *       reconciler, and its claim, which the worker renews, is all that keeps it so. Nothing else
 *       knows of the wait: an emergency stop, a new leader or a rebuild does not touch it.
 *   <li>Lost before the first report is recorded: the second says all, or the lease ends and the
 *       attempt is lost. Between the two: the claim. After the second: nothing is waited for. A
 *       worker that stops leaves its claim to end, one that is killed too: 53 s at most.
 *   <li>A worker that does not tell whether an abandoned job goes on is not waited for; the log of
 *       the run says so.
 *   <li>A wait for the claim of a worker that is alive and was cut off, or a job that goes on in a
 *       process whose worker has stopped, is beyond what can be known: there two may run at once.
 * </ul>
 *
 * <p>A report on a run that PostgreSQL does not know is counted, and kept as a dead letter if it
 * tells an end: the database was set back since the run was published.
 *
 * <p>One transaction for a batch, with a constant number of statements: lock the gates of jobs
 * whose runs may end (in job id order), lock the occurrences (in id order), decide in memory, write
 * all rows of a table with one statement, release held runs, count them and the failures of their
 * jobs ({@link io.milvaion.scheduler.job.autodisable}), and as the last call before the commit put
 * retries and released runs into {@code ready}. A job that gets a gate between the first two steps
 * is noticed by the update, and the transaction is run again.
 *
 * <p>When something fails: before the commit nothing has happened and the messages come again;
 * after the commit and before the acknowledgement they come again and change nothing; what was to
 * be done in Redis or published after the commit is repeated, and found by the leader if this node
 * dies. Reports whose data PostgreSQL refuses are found by halving the batch and go to the dead
 * letters alone.
 */
package io.milvaion.scheduler.run.tracking;
