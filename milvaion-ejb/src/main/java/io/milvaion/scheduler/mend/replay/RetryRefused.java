package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** A failed occurrence cannot be run again. */
public class RetryRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private RetryRefused(String type, String title, String detail, Map<String, Object> members) {
        super(Kind.CONFLICT, type, title, detail, members);
    }

    static RetryRefused retriedBefore(UUID occurrenceId, UUID retriedAs) {
        return new RetryRefused(
                "retried-before",
                "The run was retried before",
                "Occurrence " + occurrenceId + " was retried as " + retriedAs + ".",
                Map.of("occurrenceId", occurrenceId, "retriedAs", retriedAs));
    }

    static RetryRefused jobDeleted(UUID jobId) {
        return new RetryRefused(
                "job-deleted",
                "The job was deleted",
                "Job " + jobId + " was deleted; its runs cannot be retried.",
                Map.of("jobId", jobId));
    }
}
