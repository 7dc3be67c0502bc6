package io.milvaion.scheduler.state.index;

import java.util.Optional;
import java.util.UUID;

/** A member of {@code ready}: one attempt at one occurrence that must be published. */
public record AttemptKey(UUID occurrenceId, int attempt) {

    public String member() {
        return occurrenceId + ":" + attempt;
    }

    /** Empty for a member that {@link #member} does not make. */
    static Optional<AttemptKey> parse(String member) {
        int colon = member.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            var run =
                    new AttemptKey(
                            UUID.fromString(member.substring(0, colon)),
                            Integer.parseInt(member.substring(colon + 1)));
            return Optional.of(run).filter(r -> r.member().equals(member));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
