/**
 * Calendars as people change them: what is checked, what moves with a change, and iCalendar files
 * from elsewhere. What calendars mean is stated in {@link io.milvaion.scheduler.time.calendar}.
 *
 * <p>Changes happen one at a time, by the lock of {@code calendar_revision}. The transaction of a
 * change plans the jobs that it concerns anew if they are few; else it marks them, and the leader
 * plans each in a transaction of its own. A run that is due already is left to the dispatcher.
 */
package io.milvaion.scheduler.job.calendar;
