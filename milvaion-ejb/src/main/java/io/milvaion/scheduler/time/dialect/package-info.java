/**
 * How expressions are written: each dialect reads its text into the one {@link
 * io.milvaion.scheduler.time.cron.CronFields model}, so that search, changes of clocks and
 * sentences are the same for all. Whatever the dialect, a change of the clocks is met by the rules
 * of the job. Numbers in text are those of the dialect; in the model Sunday is 0.
 *
 * <p>Our own dialect, in any case of letters, with white space between fields:
 *
 * <pre>
 * expression    = [second] minute hour day-of-month month day-of-week     without second: 0
 *               | @yearly | @annually | @monthly | @weekly | @daily | @midnight | @hourly
 *               | @every_minute | @every_second
 * second minute hour month = plain {"," plain}
 * day-of-month  = day {"," day}
 * day-of-week   = weekday {"," weekday}
 * plain         = ("*" | value ["-" value]) ["/" step]
 *               | "H" ["(" n "-" n ")"] ["/" step]
 * day           = plain | "?" | "L" | "L-" n | "LW" | "L-" n "W" | n "W"
 * weekday       = plain | "?" | value "#" n | value "L"
 * value         = n | name        second minute 0-59, hour 0-23, day-of-month 1-31, month 1-12 or
 *                                 JAN-DEC, day-of-week 0-7 or SUN-SAT; Sunday is 0, 7 or SUN
 * n, step       = digits, also with leading zeros
 * </pre>
 *
 * <table>
 *   <caption>Items</caption>
 *   <tr><td>{@code *}, in the day fields also {@code ?}</td><td>every value</td></tr>
 *   <tr><td>{@code 9-17}, {@code 22-2}</td><td>a range; it wraps round when its end is smaller</td></tr>
 *   <tr><td>{@code *}{@code /15}, {@code 5/10}, {@code 9-17/2}</td>
 *       <td>every 15th from the smallest value; every 10th from 5 to the largest; in a range. The
 *       longest step is one less than the values of the field, 31 for days, 12 for months and 7 for
 *       days of the week</td></tr>
 *   <tr><td>{@code H}, {@code H(0-7)}, {@code H/15}</td><td>one value, one of a range, every 15th
 *       from one of the first 15: which is chosen by the id of the job. Of days of the month one of
 *       the first 28</td></tr>
 *   <tr><td>{@code L}, {@code L-3}</td><td>last day of the month, 3 days before it</td></tr>
 *   <tr><td>{@code 15W}, {@code LW}, {@code L-3W}</td><td>the day from Monday to Friday nearest to
 *       the 15th, to the last day, to 3 days before it, within the month. {@code 31W} does not run
 *       in a month without a 31st</td></tr>
 *   <tr><td>{@code MON#2}, {@code FRIL}, {@code 5L}</td><td>2nd Monday (1 to 5), last Friday of the
 *       month</td></tr>
 * </table>
 *
 * When both day fields are restricted, both must match; a field with {@code *} or {@code ?} among
 * its items restricts nothing.
 *
 * <p>The others are what their owners have, tested against them; {@link
 * io.milvaion.scheduler.time.dialect.DialectFaults} says where those are wrong, which is not
 * imitated. What is read by nobody, or could never run, is refused in each.
 */
package io.milvaion.scheduler.time.dialect;
