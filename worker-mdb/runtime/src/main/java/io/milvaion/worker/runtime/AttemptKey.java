package io.milvaion.worker.runtime;

import io.milvaion.contract.StatusMessage.Report;
import java.util.List;
import java.util.UUID;

/** What names an attempt; two at one occurrence may overlap in one worker. */
public record AttemptKey(UUID occurrenceId, int attempt) {

    /** The attempts that these reports end. */
    public static List<AttemptKey> endedIn(List<Report> reports) {
        return reports.stream()
                .filter(report -> report.state().isFinal())
                .map(report -> new AttemptKey(report.occurrenceId(), report.attempt()))
                .toList();
    }
}
