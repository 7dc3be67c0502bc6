package io.milvaion.scheduler.index;

import java.time.Instant;
import java.util.UUID;

/**
 * A member of {@code open}.
 *
 * @param since when it was last published, held or put off
 */
public record OpenRun(UUID occurrenceId, Instant since) {

    static OpenRun of(String member, double score) {
        return new OpenRun(UUID.fromString(member), Instant.ofEpochMilli((long) score));
    }
}
