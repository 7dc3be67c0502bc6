/**
 * Maintenance: the jobs of one type, of one worker group or with one tag stand still until somebody
 * ends that, or until an instant that was given.
 *
 * <pre>
 *   dispatching ──open (scope, reason, who, until)──► paused ──end (who), or until is over──► dispatching
 * </pre>
 *
 * <p>The truth is a row of {@code dispatch_pauses} while it lasts. What is dispatched is read
 * together with {@link io.milvaion.scheduler.state.pause.Paused}, so no node has to be told:
 *
 * <ul>
 *   <li>Jobs that are due are put off by half a minute each time and plan nothing; when the pause
 *       ends they are due at once, and their instants follow the misfire rules, as after an
 *       {@linkplain io.milvaion.scheduler.state.stop emergency stop}.
 *   <li>Retries stay in backoff, and runs that become READY are not published; their entries stay
 *       in {@code ready} and are looked at every 5 s.
 *   <li>Triggers are refused with the pause, and store nothing.
 *   <li>Running work ends, and messages that are in the broker's queues already may run. So may a
 *       run that was read in the moment before the pause was committed.
 * </ul>
 */
package io.milvaion.scheduler.state.pause;
