package io.milvaion.worker.runtime.store;

import io.milvaion.worker.runtime.EndedAttempt;
import java.util.List;

/**
 * Stored messages that are sent together, in order.
 *
 * @param numbers their numbers in the store
 */
public record Portion(List<Long> numbers, List<StoredMessage> messages) {

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The attempts that they report as ended. */
    public List<EndedAttempt> ends() {
        return messages.stream().flatMap(message -> message.ends().stream()).toList();
    }

    public int reports() {
        return messages.stream().mapToInt(StoredMessage::reports).sum();
    }
}
