package io.milvaion.scheduler.run.trigger;

import java.util.UUID;

/**
 * A wish to run a job now.
 *
 * @param data the text of a JSON object for this run, or null for the job's own
 * @param occurrenceId the id that the run gets, or null for any: if it is there it is not made
 *     again
 * @param retryOf the failed occurrence that the run repeats, or null
 */
public record TriggerRequest(UUID jobId, String data, UUID occurrenceId, UUID retryOf) {

    public TriggerRequest(UUID jobId, String data, UUID occurrenceId) {
        this(jobId, data, occurrenceId, null);
    }

    /** A wish to run a failed occurrence again. */
    public static TriggerRequest retry(
            UUID jobId, String data, UUID occurrenceId, UUID failedOccurrence) {
        return new TriggerRequest(jobId, data, occurrenceId, failedOccurrence);
    }
}
