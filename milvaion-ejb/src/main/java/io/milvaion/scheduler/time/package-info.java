/**
 * When jobs run: cron expressions in zones, planned instants, and what becomes of those that come
 * too late. Pure rules: no I/O, no clock read, no injection; everything is immutable. Preview,
 * dispatch and rebuild all ask {@link io.milvaion.scheduler.time.timetable.CronSchedule} or {@link
 * io.milvaion.scheduler.time.timetable.Timetable}, so they cannot differ.
 *
 * <pre>
 *   misfire  ──►  timetable  ──►  zone  ──►  cron
 *   what came     instants of     clocks     what an expression says,
 *   too late      one job         change     in local time
 * </pre>
 *
 * Knows nothing of the scheduler but itself: the bottom of everything, beside {@code ground}.
 */
package io.milvaion.scheduler.time;
