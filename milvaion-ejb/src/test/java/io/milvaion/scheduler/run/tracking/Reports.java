package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.contract.StatusMessage.Report;
import java.time.Instant;
import java.util.UUID;

/** Reports as workers send them, for tests. */
final class Reports {

    static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.006Z");

    private Reports() {}

    static Reported of(UUID id, int attempt, OccurrenceState state) {
        return of(id, attempt, state, null, false);
    }

    static Reported interrupted(UUID id, int attempt) {
        return new Reported(
                "w-1",
                "group",
                new Report(
                        id,
                        attempt,
                        OccurrenceState.FAILED,
                        null,
                        STARTED,
                        STARTED,
                        1L,
                        null,
                        null,
                        null,
                        "the worker stopped",
                        StatusMessage.WORKER_STOPPED,
                        false,
                        null,
                        null,
                        null));
    }

    static Reported running(UUID id, int attempt, Integer progress, String text) {
        return new Reported(
                "w-1",
                "group",
                new Report(
                        id,
                        attempt,
                        OccurrenceState.RUNNING,
                        null,
                        STARTED,
                        null,
                        null,
                        progress,
                        text,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null));
    }

    /**
     * A report of a job that does not stop, or of its return.
     *
     * @param executing null as well for a worker that cannot tell
     */
    static Reported abandoned(UUID id, int attempt, OccurrenceState state, Boolean executing) {
        return new Reported(
                "w-1",
                "group",
                new Report(
                        id,
                        attempt,
                        state,
                        null,
                        STARTED,
                        STARTED.plusSeconds(executing == null ? 60 : 30),
                        executing == null ? 60_000L : 30_000L,
                        null,
                        null,
                        null,
                        "it does not stop",
                        StatusMessage.ABANDONED,
                        false,
                        null,
                        null,
                        executing));
    }

    static Reported failed(
            UUID id, int attempt, String errorType, String error, boolean permanent) {
        return new Reported(
                "w-1",
                "group",
                new Report(
                        id,
                        attempt,
                        OccurrenceState.FAILED,
                        null,
                        STARTED,
                        STARTED.plusMillis(1_500),
                        1_500L,
                        null,
                        null,
                        null,
                        error,
                        errorType,
                        permanent,
                        null,
                        null,
                        null));
    }

    static Reported of(
            UUID id, int attempt, OccurrenceState state, Integer maxRetries, boolean permanent) {
        if (state == OccurrenceState.RUNNING) {
            return running(id, attempt, null, null);
        }
        if (state == OccurrenceState.UNKNOWN) {
            return Reported.lost(id, attempt, "w-1");
        }
        boolean failed = state == OccurrenceState.FAILED || state == OccurrenceState.TIMED_OUT;
        return new Reported(
                "w-1",
                "group",
                new Report(
                        id,
                        attempt,
                        state,
                        STARTED.minusMillis(5),
                        STARTED,
                        STARTED.plusMillis(1_500),
                        1_500L,
                        null,
                        null,
                        failed ? null : "result " + attempt,
                        failed ? "it broke\nat line 1" : null,
                        failed ? "java.io.IOException" : null,
                        permanent,
                        maxRetries,
                        maxRetries == null ? null : 1,
                        null));
    }
}
