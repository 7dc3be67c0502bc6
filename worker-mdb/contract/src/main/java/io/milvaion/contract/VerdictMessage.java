package io.milvaion.contract;

import java.util.List;
import java.util.UUID;

/** The answers to the questions of one {@link VerifyMessage}. */
public record VerdictMessage(List<Answer> answers) {

    /**
     * @param run whether the run waits for a worker with exactly this attempt; if not, its message
     *     is out of date
     */
    public record Answer(UUID occurrenceId, int attempt, boolean run) {}
}
