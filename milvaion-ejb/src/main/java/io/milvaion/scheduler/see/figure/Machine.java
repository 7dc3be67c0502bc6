package io.milvaion.scheduler.see.figure;

import org.jspecify.annotations.Nullable;

/**
 * How the process of a node is, and the machine that it runs on; null: the platform does not say.
 *
 * @param processCpuPercent of all processors together
 * @param diskFreeBytes where the node was started
 */
public record Machine(
        int processors,
        @Nullable Integer processCpuPercent,
        @Nullable Integer systemCpuPercent,
        long heapUsedBytes,
        long heapMaxBytes,
        @Nullable Long openFiles,
        @Nullable Long maxFiles,
        @Nullable Long diskFreeBytes,
        @Nullable Long diskBytes) {

    int heapPercent() {
        return (int) (100 * heapUsedBytes / Math.max(1, heapMaxBytes));
    }
}
