package io.milvaion.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of runs, from one worker instance, in the order in which it happened. */
public record StatusMessage(String instanceId, String workerGroup, List<Report> reports) {

    /** The {@code errorType} of an attempt that was interrupted because its worker stops. */
    public static final String WORKER_STOPPED = "io.milvaion.WORKER_STOPPED";

    /** The {@code errorType} of an attempt that was given up because its job does not stop. */
    public static final String ABANDONED = "io.milvaion.ABANDONED";

    /**
     * One attempt has reached a state.
     *
     * @param attempt from 1
     * @param state Running or one that ends the attempt
     * @param publishedAt brought back from the job message
     * @param startedAt when {@code execute} was called, by the Redis clock
     * @param endedAt when it returned or was given up, by the Redis clock; null while it runs
     * @param durationMs milliseconds by a monotonic clock; null while it runs
     * @param progress percent 0 to 100, or null
     * @param progressText what the job says about its progress, or null
     * @param result text for people, or null; texts are within {@link WireLimits}
     * @param error message and stack trace of the failure, or null
     * @param errorType class name of the failure, or null
     * @param permanent whether a retry cannot help
     * @param maxRetries the consumer's default for jobs that do not set it; null for the
     *     scheduler's
     * @param retryBaseSeconds likewise
     * @param executing true if the attempt was given up and its job goes on all the same: another
     *     report follows when it has returned; null otherwise
     */
    public record Report(
            UUID occurrenceId,
            int attempt,
            OccurrenceState state,
            Instant publishedAt,
            Instant startedAt,
            Instant endedAt,
            Long durationMs,
            Integer progress,
            String progressText,
            String result,
            String error,
            String errorType,
            boolean permanent,
            Integer maxRetries,
            Integer retryBaseSeconds,
            Boolean executing) {

        /** Whether its job goes on although the attempt has ended. */
        public boolean goesOn() {
            return Boolean.TRUE.equals(executing);
        }
    }
}
