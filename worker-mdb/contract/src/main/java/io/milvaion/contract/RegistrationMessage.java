package io.milvaion.contract;

import java.time.Instant;
import java.util.List;

/** A worker instance has started, or says again what it can do. */
public record RegistrationMessage(
        String instanceId,
        String workerGroup,
        String host,
        String version,
        Instant startedAt,
        int maxParallelJobs,
        List<Consumer> consumers) {

    /**
     * A job class that this worker runs.
     *
     * @param maxParallelJobs runs of this type at once in this instance
     * @param timeoutSeconds default limit of an attempt; null = none
     * @param maxRetries default number of retries
     * @param retryBaseSeconds default wait before the first retry
     */
    public record Consumer(
            String jobType,
            String jobClass,
            int maxParallelJobs,
            Integer timeoutSeconds,
            Integer maxRetries,
            Integer retryBaseSeconds) {}
}
