package io.milvaion.contract;

import java.time.Instant;

/**
 * A worker instance is alive.
 *
 * @param at by the Redis clock
 * @param runningJobs attempts in {@code execute} now
 * @param stopping whether it takes no new work
 */
public record HeartbeatMessage(
        String instanceId, String workerGroup, Instant at, int runningJobs, boolean stopping) {}
