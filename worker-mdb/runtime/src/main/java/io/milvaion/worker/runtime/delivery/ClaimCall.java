package io.milvaion.worker.runtime.delivery;

import io.milvaion.contract.ClaimField;
import io.milvaion.contract.JobMessage;
import io.milvaion.worker.runtime.RunKey;
import java.util.List;
import java.util.UUID;

/**
 * One call of a claim script.
 *
 * @param more arguments after those that all scripts have
 */
record ClaimCall(ClaimScript script, UUID occurrenceId, int attempt, List<String> more) {

    /**
     * Asks for a run whose message has arrived.
     *
     * @param start whether a slot is free, so that the run may start at once
     * @param generation in Redis just before, or empty
     * @param settled whether a doubt about this message was settled
     */
    static ClaimCall claim(
            JobMessage message,
            boolean start,
            boolean redelivered,
            String generation,
            boolean settled) {
        var published = message.publishedAt();
        return new ClaimCall(
                ClaimScript.CLAIM,
                message.occurrenceId(),
                message.attempt(),
                List.of(
                        flag(start),
                        flag(redelivered),
                        Integer.toString(message.copy()),
                        message.generation() == null ? "" : message.generation(),
                        generation,
                        published == null ? "0" : Long.toString(published.toEpochMilli()),
                        flag(settled)));
    }

    static ClaimCall start(Run run) {
        return of(ClaimScript.START, run, List.of());
    }

    static ClaimCall renew(Run run) {
        return of(
                ClaimScript.RENEW,
                run,
                List.of(run.started() ? ClaimField.RUNNING : ClaimField.RECEIVED));
    }

    static ClaimCall done(RunKey attempt) {
        return new ClaimCall(
                ClaimScript.DONE, attempt.occurrenceId(), attempt.attempt(), List.of());
    }

    static ClaimCall drop(Run run) {
        return of(ClaimScript.DROP, run, List.of());
    }

    private static ClaimCall of(ClaimScript script, Run run, List<String> more) {
        return new ClaimCall(script, run.message().occurrenceId(), run.message().attempt(), more);
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }
}
