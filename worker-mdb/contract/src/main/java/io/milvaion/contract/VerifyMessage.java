package io.milvaion.contract;

import java.util.List;
import java.util.UUID;

/**
 * Asks whether messages are still about runs to start. The answer goes to the queue that the AMQP
 * property {@code reply_to} names, with the same {@code correlation_id}.
 */
public record VerifyMessage(String instanceId, List<Question> questions) {

    /**
     * @param attempt from the job message
     */
    public record Question(UUID occurrenceId, int attempt) {}
}
