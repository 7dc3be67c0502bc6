package io.milvaion.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt at one occurrence, for a worker.
 *
 * @param occurrenceId the idempotency key that job code gets
 * @param jobName the display name of the job
 * @param workerGroup the group that the job is pinned to, or null
 * @param jobVersion the version of the definition that this run was made from
 * @param plannedAt the planned instant; for a manual run when it was triggered
 * @param attempt from 1
 * @param copy 1 from whoever made the run ready, 2 from anyone who publishes it again
 * @param publishedAt time of the Redis clock
 * @param generation the generation in Redis when it was published
 * @param timeoutSeconds limit of this attempt, or null for the consumer's own
 * @param triggeredBy the name of whoever triggered the run; null by schedule
 * @param data the job data: the text of a JSON object, embedded as it is
 */
public record JobMessage(
        UUID occurrenceId,
        UUID jobId,
        String jobName,
        String jobType,
        String workerGroup,
        int jobVersion,
        Instant plannedAt,
        int attempt,
        int copy,
        Instant publishedAt,
        String generation,
        boolean manual,
        Integer timeoutSeconds,
        String triggeredBy,
        String data) {}
