package io.milvaion.scheduler.mend.deadletter;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A message that came to the dead letters, in a form that can be stored.
 *
 * @param identity the same when the message comes again
 * @param queue where nobody could handle it, or null if that cannot be told
 * @param routingKey the one that it had there, or null
 * @param headers name and value, as JSON
 * @param body the first bytes of it
 * @param bodyBytes how many it had
 * @param occurrenceIds the occurrences that it is about, as far as they can be told
 * @param attempt of a job message; null if it cannot be told
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Letter(
        byte[] identity,
        String queue,
        String routingKey,
        String reason,
        String headers,
        byte[] body,
        int bodyBytes,
        Set<UUID> occurrenceIds,
        Integer attempt) {

    private static final String WITHOUT_HEADERS = "{}";

    Letter {
        occurrenceIds = Set.copyOf(occurrenceIds);
    }

    /** Whether it was meant for a worker: it carries one run. */
    boolean isJobMessage() {
        return queue != null && queue.startsWith("jobs.");
    }

    /** The one occurrence that it is about, or null. */
    UUID occurrenceId() {
        return occurrenceIds.size() == 1 ? occurrenceIds.iterator().next() : null;
    }

    /** What can be stored when PostgreSQL refuses the whole. */
    Letter bare(String sqlState) {
        return new Letter(
                identity,
                null,
                null,
                "It could not be stored as it came (SQLSTATE " + sqlState + ").",
                WITHOUT_HEADERS,
                new byte[0],
                bodyBytes,
                Set.of(),
                null);
    }

    /** Headers that are left out because there is too much of them. */
    static Map<String, Object> tooLong(int length) {
        return Map.of("x-milvaion-cut", length + " characters were left out");
    }
}
