/**
 * When jobs run: cron expressions in zones, planned instants, and what becomes of those that come
 * too late. Pure rules: no clock read, no injection; everything is immutable, and nothing is read
 * but the files of zones, when somebody asks {@code zone.ZoneDirectory} to. Preview, dispatch and
 * rebuild all ask {@link io.milvaion.scheduler.time.timetable.CronSchedule} or {@link
 * io.milvaion.scheduler.time.timetable.Timetable}, so they cannot differ.
 *
 * <pre>
 *   misfire  ──►  timetable  ──►  rrule  ──►  zone     cron                      tzdata
 *   what came     instants of     recur-      clocks   what an expression says,  compiled rules of
 *   too late      one job         rences      change   in local time             zones
 *                    ▲   │                     ▲
 *   advice  ─────────┘   └──────► dialect  ────┘
 *   meant elsewhere,              how it is
 *   consequences                  written
 * </pre>
 *
 * <p>{@code calendar} lies above {@code timetable}: what calendars make of planned instants; it asks
 * {@code holiday} and {@code ical} which days are free.
 *
 * <p>Knows nothing of the scheduler but itself: the bottom of everything, beside {@code ground}.
 */
package io.milvaion.scheduler.time;
