/**
 * The rows of {@code job_schedule}: when a job runs next, brought to Redis, and put right where it
 * cannot be.
 *
 * <p>A job with a delay has a next run only from the end of the run before. {@code DelayedRuns}
 * plans it, by a look of the leader each second at jobs that have nothing planned: the id of the
 * last planned run follows from its instant, and its row, or its record among the skipped, says
 * whether and when it has ended. The alternative, to plan in each transaction that ends a run,
 * would have to lock the schedule row before the occurrence on each of these paths (reports,
 * recovery, cancellation, skips, repair), and one that forgot it would stop the job for ever. A
 * look that is lost is made again a second later; two leaders at once plan once, because the second
 * finds the row planned when it has the lock. The row then counts as unsynced, as after an edit.
 * Runs by hand are not asked about.
 */
package io.milvaion.scheduler.job.plan;
