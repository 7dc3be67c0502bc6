package io.milvaion.scheduler.run.leader;

import java.util.Optional;

/**
 * Both marks as a leader has seen them in its term.
 *
 * @param stored what Redis has, as text; empty if nothing
 */
record BothMarks(String stored, Mark database) {

    Mark redis() {
        return Mark.parse(stored);
    }

    /** The number that both stores get next. */
    long next() {
        return Math.max(redis().number(), database.number() + 1);
    }

    /** Which of them was set back; empty if they are even. */
    Optional<SetBack> setBack() {
        if (redis().number() < database.number()) {
            return Optional.of(SetBack.ofRedis(redis(), database));
        }
        return redis().number() > database.number() + 1
                ? Optional.of(SetBack.ofDatabase(database, redis()))
                : Optional.empty();
    }
}
