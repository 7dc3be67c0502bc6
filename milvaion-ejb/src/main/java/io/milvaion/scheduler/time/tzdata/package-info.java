/**
 * Rules of zones in the compiled form of the time zone database: TZif files of RFC 9636, versions 1
 * to 4.
 *
 * <p>A file lists changes of a zone's offset and ends with a rule for the time after them, in the
 * notation of POSIX's {@code TZ}: {@code IST-1GMT0,M10.5.0,M3.5.0/1}. {@link
 * io.milvaion.scheduler.time.tzdata.Tzif} makes {@link java.time.zone.ZoneRules} of both. What the
 * classes of Java need to know beyond the file:
 *
 * <ul>
 *   <li>They look for the last change before an instant in one place only, the list or the rule, by
 *       the year: so the list goes on by the rule until the end of a whole year.
 *   <li>A rule's time may be up to a week off its day ({@code M3.4.4/50}: two days and two hours
 *       after the fourth Thursday begins); theirs stays within its day, so the day moves. Where no
 *       day of a month says it, the changes are written out for as far as anything is planned.
 * </ul>
 */
package io.milvaion.scheduler.time.tzdata;
