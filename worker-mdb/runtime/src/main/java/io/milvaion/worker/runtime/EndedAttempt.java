package io.milvaion.worker.runtime;

import io.milvaion.contract.ClaimEnd;
import io.milvaion.contract.StatusMessage.Report;
import java.util.List;

/**
 * An attempt whose end was reported.
 *
 * @param end how it has ended, as its claim will say it
 */
public record EndedAttempt(AttemptKey key, String end) {

    /** The attempts that these reports end, and whose jobs have returned. */
    public static List<EndedAttempt> in(List<Report> reports) {
        return reports.stream()
                .filter(report -> report.state().isFinal() && !report.goesOn())
                .map(report -> new EndedAttempt(AttemptKey.of(report), ClaimEnd.of(report)))
                .toList();
    }
}
