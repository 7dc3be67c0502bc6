package io.milvaion.scheduler.mend.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Failed occurrences with similar errors.
 *
 * @param errorGroup what their errors have in common
 * @param sampleOccurrenceId the latest of them
 * @param sampleError the first line of its error, 500 characters at most; null if it has none
 * @param count how many there are
 * @param unresolved how many of them nobody has dealt with
 * @param firstSeenAt when the first of them ended, whether it is still there or not
 * @param jobs ten at most, of the latest 200 of them
 */
public record FailureGroup(
        String group,
        String errorGroup,
        @Nullable UUID sampleOccurrenceId,
        @Nullable String sampleError,
        long count,
        long unresolved,
        Instant firstSeenAt,
        Instant lastSeenAt,
        List<FailingJob> jobs) {

    /** A job whose runs are in the group. */
    public record FailingJob(UUID id, String displayName) {}

    FailureGroup with(List<FailingJob> found) {
        return new FailureGroup(
                group,
                errorGroup,
                sampleOccurrenceId,
                sampleError,
                count,
                unresolved,
                firstSeenAt,
                lastSeenAt,
                found);
    }
}
