/**
 * Zones, and from local times to instants where clocks change.
 *
 * <p>An expression whose hours are all hours, by whatever spelling ({@code *}, {@code 0-23}, {@code
 * *}{@code /1}), runs at least once in each of them: an interval. It runs at every instant whose
 * local time matches, so the rhythm goes on through gap and overlap. Any other expression names
 * times of day, also by range or step: {@code 30 2 * * *}, {@code 0 *}{@code /8 * * *}. The job's
 * rules say what happens to them.
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
 * Rules of zones come with Java, with the system and with files that somebody has put there; {@link
 * io.milvaion.scheduler.time.zone.Zones} takes those of the newest release, and is where everything
 * that plans gets a zone by its name. What Java itself knows ({@code ZoneId.of}) is of the day on
 * which that Java was built, and its provider of rules takes no second set for a name that it has.
 *
 * <p>A gap may swallow a whole day (Pacific/Apia, 2011-12-30): its runs happen once, at the start
 * of the next. {@code ZonedTimes} walks the periods of constant offset between two changes of
 * {@link java.time.zone.ZoneRules}; within one, local time is real time plus a constant, so the
 * search is one on bit sets and needs no zone arithmetic.
 */
package io.milvaion.scheduler.time.zone;
