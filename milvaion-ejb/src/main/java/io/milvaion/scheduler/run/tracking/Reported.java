package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.platform.text.CleanText;
import java.util.UUID;

/**
 * One report and who sent it.
 *
 * @param instanceId the worker instance; null if the scheduler itself reports a lost attempt
 * @param source how it is known
 */
public record Reported(String instanceId, String workerGroup, Report report, Source source) {

    /** How what a report says is known. */
    public enum Source {
        /** A worker has reported it, or the sweep that a worker has vanished. */
        REPORT,
        /** Nobody can read the message of the attempt. */
        POISON,
        /** The claim says how the attempt has ended; its report is lost. */
        CLAIM
    }

    private static final int NAME_LIMIT = 300;

    public Reported(String instanceId, String workerGroup, Report report) {
        this(instanceId, workerGroup, report, Source.REPORT);
    }

    /** The error of an attempt whose worker has vanished. */
    public static final String WORKER_LOST = "worker lost";

    /** The error of a failed attempt whose report is lost. */
    static final String REPORT_LOST = "the report with its message was lost";

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
                        null,
                        null));
    }

    /** What is reported when the message of an attempt went to the dead letters. */
    public static Reported poison(UUID occurrenceId, int attempt, String reason) {
        return new Reported(
                null,
                null,
                new Report(
                        occurrenceId,
                        attempt,
                        OccurrenceState.FAILED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "poison message: " + reason,
                        null,
                        true,
                        null,
                        null,
                        null),
                Source.POISON);
    }

    /**
     * What the sweep reports when an attempt has ended and its report is lost.
     *
     * @param end as its claim says it: without texts
     */
    public static Reported claimed(String instanceId, Report end) {
        var type = CleanText.utf16(end.errorType(), NAME_LIMIT);
        boolean failed =
                end.state() == OccurrenceState.FAILED || end.state() == OccurrenceState.TIMED_OUT;
        return new Reported(
                CleanText.utf16(instanceId, NAME_LIMIT),
                null,
                new Report(
                        end.occurrenceId(),
                        end.attempt(),
                        end.state(),
                        null,
                        end.startedAt(),
                        end.endedAt(),
                        end.durationMs(),
                        null,
                        null,
                        null,
                        failed ? (type == null ? "" : type + ": ") + REPORT_LOST : null,
                        type,
                        end.permanent(),
                        end.maxRetries(),
                        end.retryBaseSeconds(),
                        null),
                Source.CLAIM);
    }

    boolean poison() {
        return source == Source.POISON;
    }

    /** The same with the progress of another report on the attempt, where that is further. */
    Reported withProgressOf(Reported other) {
        return new Reported(
                instanceId,
                workerGroup,
                new Report(
                        report.occurrenceId(),
                        report.attempt(),
                        report.state(),
                        report.publishedAt(),
                        report.startedAt(),
                        report.endedAt(),
                        report.durationMs(),
                        further(other.report.progress(), report.progress()),
                        report.progressText() == null
                                ? other.report.progressText()
                                : report.progressText(),
                        report.result(),
                        report.error(),
                        report.errorType(),
                        report.permanent(),
                        report.maxRetries(),
                        report.retryBaseSeconds(),
                        report.executing()),
                source);
    }

    /** The higher of two percentages, of which either may be null. */
    static Integer further(Integer one, Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
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
