package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.persistence.Sql;

/**
 * Which dead letters are meant; each part may be null.
 *
 * @param reason part of it, in any case
 */
public record LetterFilter(String queue, String reason) {

    /** Adds the conditions on {@code dead_letters d}. */
    public Sql conditions(Sql select) {
        return select.where("d.queue = :queue", queue)
                .where("strpos(search_fold(d.reason), (select search_fold(:reason))) > 0", reason);
    }
}
