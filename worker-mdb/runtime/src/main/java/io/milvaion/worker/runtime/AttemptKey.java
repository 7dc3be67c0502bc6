package io.milvaion.worker.runtime;

import io.milvaion.contract.StatusMessage.Report;
import java.util.List;
import java.util.UUID;

/** What names an attempt; two at one occurrence may overlap in one worker. */
public record AttemptKey(UUID occurrenceId, int attempt) {

    /** The attempts that these reports give up while their jobs go on. */
    public static List<AttemptKey> abandonedIn(List<Report> reports) {
        return reports.stream().filter(Report::goesOn).map(AttemptKey::of).toList();
    }

    static AttemptKey of(Report report) {
        return new AttemptKey(report.occurrenceId(), report.attempt());
    }
}
