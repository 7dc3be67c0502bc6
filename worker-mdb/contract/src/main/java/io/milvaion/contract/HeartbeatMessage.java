package io.milvaion.contract;

import java.time.Instant;

/**
 * A worker instance is alive.
 *
 * @param at by the Redis clock
 * @param runningJobs attempts in {@code execute} now
 * @param abandonedJobs attempts that were reported as ended and have not left {@code execute}; null
 *     if the worker does not say
 * @param refusing why it takes no work although it should, or null
 * @param stopping whether it takes no new work because it ends
 * @param draining whether it takes no new work because it was told so; null if it does not know
 *     such orders
 */
public record HeartbeatMessage(
        String instanceId,
        String workerGroup,
        Instant at,
        int runningJobs,
        Integer abandonedJobs,
        String refusing,
        boolean stopping,
        Boolean draining) {}
