package io.milvaion.scheduler.state.index;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member of {@code open}.
 *
 * @param since when it was last published, held or put off
 */
public record OpenRun(UUID occurrenceId, Instant since) {

    /** Empty for a member that is no id as Java writes it. */
    static Optional<OpenRun> parse(String member, double score) {
        return Members.id(member).map(id -> new OpenRun(id, Instant.ofEpochMilli((long) score)));
    }
}
