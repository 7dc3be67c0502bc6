/**
 * Calendars, and what they make of planned instants.
 *
 * <p>A calendar is open when no include rule is there or one of them matches, and no exclude rule
 * matches. A job is open when all its calendars are. A day is open when any of it is. What {@code
 * onClosed} makes of a run that falls on a closed time:
 *
 * <table>
 *   <caption>onClosed</caption>
 *   <tr><th></th><th>the day is closed from end to end</th><th>its day is open, its time is not
 *       (a blackout window)</th></tr>
 *   <tr><td>skip</td><td colspan="2">it does not run</td></tr>
 *   <tr><td>nextDay</td><td>the next open day</td>
 *       <td rowspan="3">the first open instant after it</td></tr>
 *   <tr><td>previousDay</td><td>the last open day before</td></tr>
 *   <tr><td>nextWorkingDay</td><td>the next working day</td></tr>
 * </table>
 *
 * <ul>
 *   <li>A working day is an open day from Monday to Friday; if one of the job's calendars, or one
 *       that they speak of, has a rule about days of the week, it is any open day.
 *   <li>A run that is moved keeps its local time of day, by the job's rules for changes of clocks;
 *       a time that comes twice and is to run both times runs the first time. If that is closed on
 *       the new day, it is put off further, as in the second column.
 *   <li>Runs of two days that fall on one merge: a day that has runs of its own keeps those alone;
 *       else it gets those of the earliest day that is moved to it. So do all runs that are put off
 *       to the end of one closed time.
 *   <li>What would move by more than 366 days does not run. A job whose every run for 40 years is
 *       closed has no next run.
 * </ul>
 *
 * <p>Moved runs keep an order of their own: each instant follows the one before, whoever asks from
 * where. {@code LocalCalendar} works a year of days out once, so a search is one on arrays.
 */
package io.milvaion.scheduler.time.calendar;
