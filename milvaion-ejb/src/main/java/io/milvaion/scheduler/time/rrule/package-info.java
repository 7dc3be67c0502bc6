/**
 * Recurrences of iCalendar: what a text with {@code DTSTART}, {@code RRULE}, {@code RDATE} and
 * {@code EXDATE} says about instants. The source is RFC 5545, sections 3.3.10, 3.8.2.4 and 3.8.5,
 * with its errata; {@code RSCALE} and {@code SKIP} of RFC 7529 are refused.
 *
 * <p>The table of RFC 5545 that says which part expands and which one limits comes down to this: a
 * second of local time is an instance when its day and its time of day match all parts, and when
 * its period (the year, month, week, … hour or second that {@code FREQ} names) is a multiple of
 * {@code INTERVAL} away from that of the start. What the parts leave open comes from the start: the
 * day when no part names days, hour, minute and second when they are not finer than {@code FREQ}.
 * So a search needs no walk from the start: it looks for the next second that matches, and jumps to
 * the next period in step when it is out of step. {@code BYSETPOS} picks from the seconds of one
 * period by number. Only {@code COUNT} is walked, once, when a recurrence is made, to find its end.
 *
 * <table>
 *   <caption>Where texts and libraries differ</caption>
 *   <tr><td>start outside its rule</td><td>the first instance, and counted by {@code COUNT}, as the
 *       RFC says</td></tr>
 *   <tr><td>{@code FREQ} of days and longer</td><td>instances are times of day: {@code dstGap} and
 *       {@code dstOverlap} say what becomes of them. {@code COUNT} counts local times, but not those
 *       that a gap swallows under {@code skip}</td></tr>
 *   <tr><td>{@code FREQ} of hours and shorter</td><td>periods go on in real time, the other parts
 *       look at the local time in each; {@code dstGap} and {@code dstOverlap} do not matter</td></tr>
 *   <tr><td>{@code BYWEEKNO}</td><td>the year is that of the weeks, from the first day of week 1 to
 *       that of the next: week 53 of 2026 ends on 3 January 2027 and belongs to 2026</td></tr>
 *   <tr><td>{@code UNTIL}, {@code EXDATE} as dates</td><td>the whole day, in the zone of the start;
 *       an {@code RDATE} as a date is at the time of day of the start</td></tr>
 *   <tr><td>{@code EXDATE} as local time</td><td>the instance with that local time, wherever a gap
 *       has moved it</td></tr>
 *   <tr><td>second 60</td><td>second 59, as RFC 5545, 3.3.12, says for clocks without leap
 *       seconds</td></tr>
 * </table>
 */
package io.milvaion.scheduler.time.rrule;
