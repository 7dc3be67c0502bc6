package io.milvaion.scheduler.run.leader;

import java.time.Duration;

/**
 * The lease of the leader as a node has last seen it in Redis.
 *
 * @param age time since it was last renewed
 * @param length after this long without renewal another node takes over
 */
public record HeldLease(String node, long term, Duration age, Duration length) {}
