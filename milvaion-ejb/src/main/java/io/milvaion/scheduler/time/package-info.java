/**
 * When jobs run: cron expressions in zones, planned instants, and what becomes of those that come
 * too late. Pure rules: no clock read, no injection; everything is immutable, and nothing is read
 * but the files of zones, when somebody asks {@code zone.ZoneDirectory} to. Preview, dispatch and
 * rebuild all ask {@link io.milvaion.scheduler.time.timetable.CronSchedule} or {@link
 * io.milvaion.scheduler.time.timetable.Timetable}, so they cannot differ.
 *
 * <pre>
 *   misfire  ──►  timetable  ──►  rrule  ──►  zone          tzdata
 *   what came     instants of     RFC 5545    clocks        compiled rules of zones,
 *   too late      one job           │         change        which zone reads
 *                    ▲   │          ▼
 *   advice  ─────────┘   └──────► dialect  ──►  cron
 *   meant elsewhere,              how it is     what an expression says,
 *   consequences                  written       in local time
 * </pre>
 *
 * <p>{@code calendar} lies above {@code timetable}: what calendars make of planned instants; it
 * asks {@code holiday} and {@code ical} which days are free.
 *
 * <p>Knows nothing of the scheduler but itself: the bottom of everything, beside {@code ground}.
 */
package io.milvaion.scheduler.time;
