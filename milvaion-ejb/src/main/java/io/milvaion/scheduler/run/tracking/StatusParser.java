package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.contract.WireLimits;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/** Reads status messages and cleans their texts. */
final class StatusParser {

    private static final int NAME_LIMIT = 300;

    private StatusParser() {}

    /**
     * @throws PoisonMessage if the body is no status message or one of its reports is impossible
     */
    static List<Reported> parse(byte[] body) throws PoisonMessage {
        var message = WireJson.read(body, StatusMessage.class);
        if (message.reports() == null) {
            throw new PoisonMessage("a status message without reports", null);
        }
        var instance = CleanText.utf16(message.instanceId(), NAME_LIMIT);
        var group = CleanText.utf16(message.workerGroup(), NAME_LIMIT);
        var reports = new ArrayList<Reported>(message.reports().size());
        for (Report report : message.reports()) {
            check(report);
            reports.add(new Reported(instance, group, cleaned(report)));
        }
        return reports;
    }

    private static void check(Report report) throws PoisonMessage {
        if (report == null || report.occurrenceId() == null || report.state() == null) {
            throw new PoisonMessage("a report without occurrenceId or state", null);
        }
        if (report.attempt() < 1) {
            throw new PoisonMessage("a report on attempt " + report.attempt(), null);
        }
        if (!mayBeReported(report.state())) {
            throw new PoisonMessage(
                    "workers do not report the state " + report.state().code(), null);
        }
    }

    private static boolean mayBeReported(OccurrenceState state) {
        return switch (state) {
            case RUNNING, COMPLETED, FAILED, CANCELLED, TIMED_OUT -> true;
            case QUEUED, UNKNOWN, SKIPPED -> false;
        };
    }

    private static Report cleaned(Report raw) {
        return new Report(
                raw.occurrenceId(),
                raw.attempt(),
                raw.state(),
                raw.publishedAt(),
                raw.startedAt(),
                raw.endedAt(),
                raw.durationMs(),
                raw.progress() == null ? null : Math.max(0, Math.min(100, raw.progress())),
                CleanText.utf16(raw.progressText(), WireLimits.PROGRESS_TEXT_BYTES),
                CleanText.utf16(raw.result(), WireLimits.RESULT_BYTES),
                CleanText.utf16(raw.error(), WireLimits.ERROR_BYTES),
                CleanText.utf16(raw.errorType(), NAME_LIMIT),
                raw.permanent(),
                raw.maxRetries(),
                raw.retryBaseSeconds(),
                raw.executing());
    }
}
