/**
 * When jobs run: cron expressions in zones, planned instants, and what becomes of those that come
 * too late. Pure rules: no I/O, no clock read, no injection; everything is immutable. Preview,
 * dispatch and rebuild all ask {@link io.milvaion.scheduler.schedule.CronSchedule} or {@link
 * io.milvaion.scheduler.schedule.Timetable}, so they cannot differ.
 *
 * <h2>Expressions</h2>
 *
 * Five fields (minute, hour, day of month, month, day of week; the second is 0) or six (second
 * first), in any case, or {@code @yearly @annually @monthly @weekly @daily @midnight @hourly
 * @every_minute @every_second}.
 *
 * <table>
 *   <caption>Items; a field is one of them or a comma-separated list</caption>
 *   <tr><td>{@code *}, in the day fields also {@code ?}</td><td>every value</td></tr>
 *   <tr><td>{@code 5}, {@code JAN}, {@code MON}</td><td>a value; Sunday is 0, 7 or SUN</td></tr>
 *   <tr><td>{@code 9-17}, {@code 22-2}</td><td>a range; it wraps round when its end is smaller</td></tr>
 *   <tr><td>{@code *}{@code /15}, {@code 5/10}, {@code 9-17/2}</td>
 *       <td>every 15th from the smallest value; every 10th from 5 to the largest; in a range</td></tr>
 *   <tr><td>{@code L}, {@code L-3}</td><td>last day of the month, 3 days before it</td></tr>
 *   <tr><td>{@code 15W}, {@code LW}</td><td>the day from Monday to Friday nearest to the 15th, within
 *       the month; the last such day. {@code 31W} does not run in a month without a 31st</td></tr>
 *   <tr><td>{@code MON#2}, {@code FRIL}, {@code 5L}</td><td>2nd Monday, last Friday of the month</td></tr>
 * </table>
 *
 * When both day fields are restricted, both must match (cron of Unix would take either). An
 * expression that no day of the calendar matches is refused; one is also not worth saving when it
 * does not run within 5 years of now ({@link
 * io.milvaion.scheduler.schedule.CronSchedule#requireRun}), and nothing beyond 5 years is found.
 *
 * <h2>Change of clocks</h2>
 *
 * An expression whose hour, minute and second are plain values (or lists of them) names times of
 * day: {@code 30 2 * * *}. The job's rules say what happens to them. Any other expression (a
 * wildcard, range or step in one of the three) is an interval: it runs at every instant whose local
 * time matches, so the rhythm goes on through gap and overlap.
 *
 * <table>
 *   <caption>Europe/Berlin, gap 02:00-03:00 on 2026-03-29, overlap 02:00-03:00 on 2026-10-25</caption>
 *   <tr><th></th><th>{@code 30 2 * * *}</th><th>{@code 0 * * * *}</th></tr>
 *   <tr><td>gap, shift (default)</td><td>03:00, once for all runs of the gap, and one run with a
 *       regular one at 03:00</td><td rowspan="2">01:00, then 03:00: one hour later</td></tr>
 *   <tr><td>gap, skip</td><td>not that day</td></tr>
 *   <tr><td>overlap, first (default)</td><td>02:30+02:00</td>
 *       <td rowspan="3">02:00+02:00, then 02:00+01:00: one hour later</td></tr>
 *   <tr><td>overlap, second</td><td>02:30+01:00</td></tr>
 *   <tr><td>overlap, both</td><td>both</td></tr>
 * </table>
 *
 * A gap may swallow a whole day (Pacific/Apia, 2011-12-30): its runs happen once, at the start of
 * the next. {@code ZonedTimes} walks the periods of constant offset between two changes of {@link
 * java.time.zone.ZoneRules}; within one, local time is real time plus a constant, so the search is
 * one on bit sets and needs no zone arithmetic. Text is parsed by cron-utils, whose own search is
 * not used: it is slow, and its changes of clocks are not these.
 *
 * <h2>Misfires</h2>
 *
 * {@link io.milvaion.scheduler.schedule.Misfires#plan} decides about one pop of a job whose oldest
 * due instant is {@code planned}. At most the threshold late: that instant runs. Later: every
 * instant due by now is missed; {@code once} runs the latest, {@code all} the oldest of the latest
 * 1,000, {@code skip} none, and what is before it is skipped. {@link
 * io.milvaion.scheduler.schedule.Misfires#forecast} says, from the same decisions, what plans in a
 * row will do. Invariants:
 *
 * <ul>
 *   <li>Each due instant is run or skipped by exactly one pop, in order: a plan deals with a prefix
 *       of the due instants, {@code next} is the one that follows, and may be due itself.
 *   <li>A plan depends on its arguments only. A pop repeated after a crash with the same {@code
 *       planned} and a later {@code now} may deal with more; what it had committed has moved {@code
 *       planned} on.
 *   <li>A pop looks at no more than 10,000 due instants. When more are due it runs nothing, skips
 *       those of them that can no longer run, and leaves the rest to the next pop. So after a very
 *       long stop the last pops may find what is left less late than the threshold, and run it.
 * </ul>
 */
package io.milvaion.scheduler.schedule;
