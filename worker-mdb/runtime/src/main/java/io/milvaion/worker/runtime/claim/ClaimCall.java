package io.milvaion.worker.runtime.claim;

import io.milvaion.contract.ClaimField;
import io.milvaion.contract.ClaimScript;
import io.milvaion.contract.JobMessage;
import io.milvaion.worker.runtime.AttemptKey;
import io.milvaion.worker.runtime.EndedAttempt;
import java.util.List;
import java.util.UUID;

/**
 * One call of a claim script.
 *
 * @param more arguments after those that all scripts have
 */
public record ClaimCall(ClaimScript script, UUID occurrenceId, int attempt, List<String> more) {

    /**
     * Asks for a run whose message has arrived.
     *
     * @param start whether a slot is free, so that the run may start at once
     * @param generation in Redis just before, or empty
     * @param settled whether a doubt about this message was settled
     */
    public static ClaimCall claim(
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

    public static ClaimCall start(AttemptKey attempt) {
        return of(ClaimScript.START, attempt);
    }

    /**
     * @param running whether it is or was in {@code execute}
     */
    static ClaimCall renew(AttemptKey attempt, boolean running) {
        return of(ClaimScript.RENEW, attempt, running ? ClaimField.RUNNING : ClaimField.RECEIVED);
    }

    public static ClaimCall done(EndedAttempt ended) {
        return of(ClaimScript.DONE, ended.key(), ended.end());
    }

    public static ClaimCall drop(AttemptKey attempt) {
        return of(ClaimScript.DROP, attempt);
    }

    private static ClaimCall of(ClaimScript script, AttemptKey attempt, String... more) {
        return new ClaimCall(script, attempt.occurrenceId(), attempt.attempt(), List.of(more));
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }
}
