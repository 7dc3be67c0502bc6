package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;

/**
 * Which dead letters are meant; each other part may be null.
 *
 * @param reason part of it, in any case
 * @param reach of whoever asks, not null: whoever does not reach everything has only those about
 *     one run
 */
public record LetterFilter(String queue, String reason, Reach reach) {

    private static final String JOB =
            "(select o.job_id from occurrences o where o.id = d.occurrence_id)";

    /** Adds the conditions on {@code dead_letters d}. */
    public Sql conditions(Sql select) {
        return reach.narrow(select, JOB)
                .where("d.queue = :queue", queue)
                .where("strpos(search_fold(d.reason), (select search_fold(:reason))) > 0", reason);
    }
}
