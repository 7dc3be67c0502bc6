/**
 * Jobs: definitions, what they may contain, and their rows in {@code job_schedule}.
 *
 * <p>Saving a job is one transaction over {@code jobs} (by Hibernate) and {@code job_schedule} (by
 * JDBC on the same connection). The order of locks is job, schedule row, open runs, failures.
 *
 * <ul>
 *   <li>An edit that leaves cron, zone, {@code executeAt} and the DST rules alone leaves {@code
 *       next_run_at} alone.
 *   <li>One that changes them, a deactivation and a deletion write each instant that is due already
 *       to {@code skipped_runs} (reason rescheduled, deactivated, deleted) and set {@code
 *       next_run_at} anew, so that a batch in flight, which compares it, matches nothing.
 *   <li>An activation plans from now on. The instant of a job that runs once and that has passed
 *       meanwhile is written there, too (deactivated).
 *   <li>Each edit raises {@code definition_version}; {@code synced_version} follows when Redis has
 *       been told. After a crash in between, or while Redis is away, the leader does it ({@link
 *       io.milvaion.scheduler.job.plan.ScheduleSync#syncUnsynced}).
 *   <li>The same transaction adds a row to {@code job_versions}: who made this version, how, and
 *       the whole definition. To restore one is an edit. Rows of deleted jobs stay.
 *   <li>A change of overlap policy counts the open runs anew and releases held ones; a deletion
 *       cancels queued runs, a deactivation held ones. Their cancel keys are set before the commit,
 *       so that no waiting message starts a run that is Cancelled.
 *   <li>Who reaches some jobs only ({@link io.milvaion.scheduler.ground.reach}) edits none that is
 *       out of their reach and makes none that would be: both are judged under the lock of the job.
 *   <li>Secret values in the data, those at {@code secretFields} and texts with a reference, are
 *       masked where they are shown to whoever may not see them, and masks that come back keep what
 *       is stored: {@code SecretEdit}, under the same lock.
 *   <li>A search compares {@code search_text}, which PostgreSQL makes of name, description and type
 *       by the function {@code search_fold}, with what the same function makes of the wanted text:
 *       no locale takes part. {@code jobs_search} indexes its runs of three characters.
 * </ul>
 */
package io.milvaion.scheduler.job.catalog;
