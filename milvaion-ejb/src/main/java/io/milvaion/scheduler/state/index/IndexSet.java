package io.milvaion.scheduler.state.index;

import io.milvaion.contract.RedisKeys;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The sets of the index. */
public enum IndexSet {
    SCHEDULE,
    READY,
    DISPATCHING,
    OPEN;

    String key(RedisKeys keys) {
        return switch (this) {
            case SCHEDULE -> keys.schedule();
            case READY -> keys.ready();
            case DISPATCHING -> keys.dispatching();
            case OPEN -> keys.open();
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The id in a member: of a job in {@code schedule}; empty if the set has no such members. */
    public Optional<UUID> idIn(String member) {
        var run = AttemptKey.parse(member).map(AttemptKey::occurrenceId);
        return switch (this) {
            case SCHEDULE, OPEN -> Members.id(member);
            case READY -> run;
            case DISPATCHING -> run.or(() -> Members.id(member));
        };
    }

    /** The run that a member of {@code ready} names. */
    public static Optional<AttemptKey> runIn(String member) {
        return AttemptKey.parse(member);
    }
}
