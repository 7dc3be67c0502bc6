package io.milvaion.scheduler.state.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import java.time.Instant;
import java.util.UUID;

/**
 * Which occurrences a list shows; each part but the last two may be null.
 *
 * @param from planned at or after
 * @param to planned before
 * @param after the last id of the page before: the list goes from new to old
 * @param reach of whoever asks; not null
 */
public record OccurrenceFilter(
        UUID jobId,
        OccurrenceState state,
        String jobType,
        Boolean manual,
        Instant from,
        Instant to,
        UUID after,
        int limit,
        Reach reach) {

    /** Adds the conditions on {@code occurrences o}. */
    public Sql conditions(Sql select) {
        return conditions(select, "o.id", "o");
    }

    /**
     * @param id the column with the id
     * @param row the alias of what has job and state
     */
    Sql conditions(Sql select, String id, String row) {
        if (manual != null) { // not as a parameter, which would hide the index of these
            select.where(manual ? "o.manual" : "not o.manual");
        }
        return reach.narrow(select, row + ".job_id")
                .where(row + ".job_id = :jobId", jobId)
                .where(row + ".state = :state", state == null ? null : state.code())
                .where("o.job_type = :jobType", jobType)
                .where(id + " >= :from", lowest(from))
                .where(id + " < :end", lowest(to));
    }

    private static UUID lowest(Instant at) {
        return at == null ? null : OccurrenceId.lowest(at);
    }
}
