package io.milvaion.scheduler.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage.Report;
import java.util.UUID;

/**
 * One report and who sent it.
 *
 * @param instanceId the worker instance; null if the scheduler itself reports a lost attempt
 */
public record Reported(String instanceId, String workerGroup, Report report) {

    /** The error of an attempt whose worker has vanished. */
    public static final String WORKER_LOST = "worker lost";

    /** What the sweep reports when the worker of an attempt has vanished. */
    public static Reported lost(UUID occurrenceId, int attempt, String instanceId) {
        return new Reported(
                instanceId,
                null,
                new Report(
                        occurrenceId,
                        attempt,
                        OccurrenceState.UNKNOWN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        WORKER_LOST,
                        null,
                        false,
                        null,
                        null));
    }

    public UUID occurrenceId() {
        return report.occurrenceId();
    }

    public int attempt() {
        return report.attempt();
    }

    public OccurrenceState state() {
        return report.state();
    }

    /** Roughly the bytes that this report adds to a transaction. */
    long weight() {
        return 200L + length(report.result()) + length(report.error());
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
