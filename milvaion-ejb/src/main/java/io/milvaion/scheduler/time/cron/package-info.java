/**
 * What an expression says, in local time, whatever the dialect that wrote it: items of fields, days
 * and times of day as bit sets, sentences. How it is written is for {@code dialect}.
 *
 * <p>An expression that no day of the calendar matches is refused; one that runs in 40 years is
 * not.
 */
package io.milvaion.scheduler.time.cron;
