package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.state.ending.FailureCause;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import java.time.Instant;
import java.util.UUID;

/**
 * Which failed occurrences are meant; each other part may be null.
 *
 * @param group id of a group of similar errors
 * @param resolved whether somebody has dealt with it
 * @param from planned at or after
 * @param to planned before
 * @param text part of what the errors of a group have in common, in any case
 * @param reach of whoever asks; not null
 */
public record FailureFilter(
        UUID jobId,
        String jobType,
        OccurrenceState state,
        FailureCause cause,
        String group,
        Boolean resolved,
        Instant from,
        Instant to,
        String text,
        Reach reach) {

    /** Groups that a text may match; the latest ones count. */
    private static final int GROUPS = 200;

    /** Adds the conditions on {@code failed_occurrences f}. */
    public Sql conditions(Sql select) {
        if (resolved != null) {
            select.where(resolved ? "f.resolved_at is not null" : "f.resolved_at is null");
        }
        return reach.narrow(select, "f.job_id")
                .where("f.job_id = :jobId", jobId)
                .where("f.job_type = :jobType", jobType)
                .where("f.state = :state", state == null ? null : state.code())
                .where("f.cause = :cause", cause == null ? null : cause.code())
                .where("f.group_id = :groupId", group)
                .where("f.occurrence_id >= :from", lowest(from))
                .where("f.occurrence_id < :end", lowest(to))
                .where(
                        "f.group_id = any (array(select g.id from failure_groups g"
                                + " where strpos(g.search_text, (select search_fold(:text))) > 0"
                                + " order by g.last_seen_at desc, g.id desc limit "
                                + GROUPS
                                + "))",
                        text);
    }

    /** Those of them that nobody has dealt with. */
    FailureFilter unresolved() {
        return new FailureFilter(jobId, jobType, state, cause, group, false, from, to, text, reach);
    }

    private static UUID lowest(Instant at) {
        return at == null ? null : OccurrenceId.lowest(at);
    }
}
