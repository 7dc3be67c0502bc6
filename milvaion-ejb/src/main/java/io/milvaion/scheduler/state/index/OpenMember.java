package io.milvaion.scheduler.state.index;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member of {@code open}.
 *
 * @param since when it was last published, held or put off
 */
public record OpenMember(UUID occurrenceId, Instant since) {

    /** Empty for a member that is no id as Java writes it. */
    static Optional<OpenMember> parse(String member, double score) {
        return Members.id(member).map(id -> new OpenMember(id, Instant.ofEpochMilli((long) score)));
    }
}
