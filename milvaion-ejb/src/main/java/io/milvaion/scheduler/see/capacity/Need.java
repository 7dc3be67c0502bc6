package io.milvaion.scheduler.see.capacity;

import org.jspecify.annotations.Nullable;

/**
 * What a rate needs.
 *
 * @param perSecond runs that must end in a second
 * @param slots runs at once
 * @param workers of as many slots as those that there are; null if there are none
 * @param maxParallelJobs of each worker if there are as many as now; null if there are none
 */
public record Need(
        double perSecond, long slots, @Nullable Long workers, @Nullable Long maxParallelJobs) {}
