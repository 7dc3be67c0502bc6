/**
 * Which worker holds a run, and how a run is asked to stop.
 *
 * <p>A run has one claim in Redis, which names its attempt and stays for 10 minutes after that
 * attempt has ended. Only workers write it ({@code docs/worker-protocol.md}); the scheduler reads
 * it here and nowhere else, and always for an attempt:
 *
 * <pre>
 *   the claim is of    what it says of the attempt
 *   an older attempt   nothing: it is as good as none
 *   this attempt       who has its message, runs it or has ended it
 *   a newer attempt    the run has gone on
 * </pre>
 *
 * <p>{@link io.milvaion.scheduler.state.claim.RunClaims} reads claims by this rule, and the script
 * of {@link io.milvaion.scheduler.state.claim.CancelSignals} follows it when it sets a cancel key
 * and tells who has the run. A cancel key is of the whole run: whoever works on any of its attempts
 * stops.
 */
package io.milvaion.scheduler.state.claim;
