/**
 * What becomes of planned instants that come too late, and what plans in a row will do.
 *
 * <p>{@link io.milvaion.scheduler.time.misfire.Misfires#plan} decides about one pop of a job whose
 * oldest due instant is {@code planned}. At most the threshold late: that instant runs. Later:
 * every instant due by now is missed; {@code once} runs the latest, {@code all} the oldest of the
 * latest 1,000, {@code skip} none, and what is before it is skipped. {@link
 * io.milvaion.scheduler.time.misfire.Misfires#forecast} says, from the same decisions, what plans
 * in a row will do. Invariants:
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
package io.milvaion.scheduler.time.misfire;
