package io.milvaion.scheduler.run.trigger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A wish to run a job now.
 *
 * @param version of the job that the run is to use, or null for the present one
 * @param data the text of a JSON object for this run, or null for that of the version
 * @param idempotencyKey chosen by the client, or null: a repetition with the same key gives the
 *     first answer
 * @param retryOf the failed occurrence that the run repeats, or null
 */
public record TriggerRequest(
        UUID jobId, Integer version, String data, String idempotencyKey, UUID retryOf) {

    public TriggerRequest(UUID jobId, String data, String idempotencyKey) {
        this(jobId, null, data, idempotencyKey, null);
    }

    /** A wish to run a failed occurrence again. */
    public static TriggerRequest retry(
            UUID jobId,
            Integer version,
            String data,
            String idempotencyKey,
            UUID failedOccurrence) {
        return new TriggerRequest(jobId, version, data, idempotencyKey, failedOccurrence);
    }

    byte[] hash() {
        try {
            var text =
                    (data == null ? "" : data)
                            + (retryOf == null ? "" : retryOf)
                            + (retryOf != null && version == null ? "present" : "");
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
