/**
 * When other schedulers run what they have, by their own rules.
 *
 * <p>Nothing here is shared with what plans our jobs: a rule walks over local times, one after the
 * other, and asks the zone for the instants of each. So what differs near changes of clocks is
 * found, not assumed. What a source does by mistake with {@code W} and {@code L}, or where clocks
 * change by half an hour, is not imitated.
 *
 * <table>
 *   <caption>A local time that is left out, and one that comes twice</caption>
 *   <tr><th></th><th>left out</th><th>twice</th></tr>
 *   <tr><td>cron: fields that name times of day</td><td>at the end of the gap</td><td>first</td></tr>
 *   <tr><td>cron: {@code *} in minute or hour</td><td>skipped</td><td>both</td></tr>
 *   <tr><td>Kubernetes, Spring</td><td>skipped</td><td>both</td></tr>
 *   <tr><td>Quartz, XXL-JOB</td><td>skipped</td><td>second</td></tr>
 *   <tr><td>systemd</td><td>skipped</td><td>first</td></tr>
 *   <tr><td>db-scheduler</td><td>skipped</td><td>as its library happens to find it</td></tr>
 *   <tr><td>JobRunr</td><td>the first one later by the gap's length</td><td>first</td></tr>
 *   <tr><td>Hangfire: times of day</td><td>at the end of the gap</td><td>first</td></tr>
 *   <tr><td>Hangfire: a range, step or {@code *} in the time</td><td>at the end of the gap</td>
 *       <td>both</td></tr>
 * </table>
 */
package io.milvaion.scheduler.declare.rule;
