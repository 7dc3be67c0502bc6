package io.milvaion.scheduler.see.queue;

import org.jspecify.annotations.Nullable;

/**
 * A queue now. Null is what nobody can tell: of a queue that is not there, or while the broker or
 * Redis is away.
 *
 * @param jobType null for a queue that schedulers consume
 * @param workerGroup that its jobs are pinned to, or null
 * @param ready messages that wait for a consumer
 * @param consumers on the broker
 * @param publishedPerSecond into it, within the last minute, as all nodes together have counted
 * @param startedPerSecond runs that left it, likewise
 * @param open runs that have not ended; null also while more than 5,000 are open
 * @param oldestAgeMs how long the run that waits longest has waited; null also if none waits
 * @param growing whether a node has noticed that it grows
 */
public record QueueState(
        String name,
        QueueKind kind,
        @Nullable String jobType,
        @Nullable String workerGroup,
        @Nullable Long ready,
        @Nullable Long consumers,
        @Nullable Double publishedPerSecond,
        @Nullable Double startedPerSecond,
        @Nullable OpenRunsOfQueue open,
        @Nullable Long oldestAgeMs,
        boolean growing) {}
