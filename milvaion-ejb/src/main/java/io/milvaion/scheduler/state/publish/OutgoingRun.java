package io.milvaion.scheduler.state.publish;

import io.milvaion.scheduler.state.index.AttemptKey;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt that is to be published.
 *
 * @param workerGroup the group that the job is pinned to, or null
 * @param copy 1 from whoever made the run ready, 2 from anyone after
 * @param timeoutSeconds or null for the consumer's own
 * @param data the text of a JSON object
 */
public record OutgoingRun(
        UUID occurrenceId,
        UUID jobId,
        String jobName,
        String jobType,
        String workerGroup,
        int jobVersion,
        Instant plannedAt,
        int attempt,
        int copy,
        boolean manual,
        Integer timeoutSeconds,
        String data) {

    /** The same run as its first copy. */
    public OutgoingRun firstCopy() {
        return new OutgoingRun(
                occurrenceId,
                jobId,
                jobName,
                jobType,
                workerGroup,
                jobVersion,
                plannedAt,
                attempt,
                1,
                manual,
                timeoutSeconds,
                data);
    }

    public AttemptKey key() {
        return new AttemptKey(occurrenceId, attempt);
    }
}
