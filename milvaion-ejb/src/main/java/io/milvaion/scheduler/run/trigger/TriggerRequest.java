package io.milvaion.scheduler.run.trigger;

import java.util.UUID;

/**
 * A wish to run a job now.
 *
 * @param version of the job that the run is to use, or null for the present one
 * @param data the text of a JSON object for this run, or null for that of the version
 * @param occurrenceId the id that the run gets, or null for any: if it is there it is not made
 *     again
 * @param retryOf the failed occurrence that the run repeats, or null
 */
public record TriggerRequest(
        UUID jobId, Integer version, String data, UUID occurrenceId, UUID retryOf) {

    public TriggerRequest(UUID jobId, String data, UUID occurrenceId) {
        this(jobId, null, data, occurrenceId, null);
    }

    /** A wish to run a failed occurrence again. */
    public static TriggerRequest retry(
            UUID jobId, Integer version, String data, UUID occurrenceId, UUID failedOccurrence) {
        return new TriggerRequest(jobId, version, data, occurrenceId, failedOccurrence);
    }
}
