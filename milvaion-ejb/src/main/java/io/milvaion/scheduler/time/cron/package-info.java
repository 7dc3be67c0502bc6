/**
 * What a cron expression says, in local time: days and times of day.
 *
 * <p>Five fields (minute, hour, day of month, month, day of week; the second is 0) or six (second
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
 * expression that no day of the calendar matches is refused; one that runs in 40 years is not.
 */
package io.milvaion.scheduler.time.cron;
