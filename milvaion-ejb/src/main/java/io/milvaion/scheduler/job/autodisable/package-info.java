/**
 * A circuit breaker for each job: so many consecutive failures within a window deactivate it.
 *
 * <pre>
 *   counting ──n failures──► tripped ──edit by the scheduler──► deactivated
 *      ▲                        │                                   │
 *      └──── success ───────────┘            success: counts from 0, stays deactivated
 *      └──── enabled by somebody, or by the scheduler after the cooldown ──────┘
 * </pre>
 *
 * <p>An occurrence counts once, in the transaction in which the tracker makes it final: Failed,
 * TimedOut and Unknown are failures, Completed is a success, also where it replaces Unknown late;
 * Cancelled is neither. The runs of one batch count in the order of their ends. Runs of a
 * deactivated job count, too, and trip nothing.
 *
 * <p>Rows of {@code job_failures} are locked last of all, in job id order: after the job, its
 * schedule row and the occurrences. A batch in which nothing has failed and no job has failures
 * touches none of them: the tracker has read the count together with the occurrences.
 *
 * <p>The tracker only marks a job as tripped. The deactivation locks the job first, so it is an
 * edit of its own after the commit ({@link io.milvaion.scheduler.job.catalog.AutoDisable}). A crash
 * in between leaves the mark, and the leader finds it within a second; so it does with jobs whose
 * cooldown is over. The edit looks at the mark under the lock of the job, so doing it twice does
 * nothing.
 */
package io.milvaion.scheduler.job.autodisable;
