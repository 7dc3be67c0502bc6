package io.milvaion.scheduler.state.index;

import java.util.Optional;
import java.util.UUID;

/** The forms of members. */
final class Members {

    private Members() {}

    /**
     * Reads an id. {@code UUID.fromString} takes other forms, too, but whoever completes such a
     * member would name it otherwise.
     */
    static Optional<UUID> id(String member) {
        try {
            return Optional.of(UUID.fromString(member)).filter(id -> id.toString().equals(member));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
