package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.time.Instant;

/**
 * Which entries a list shows; each may be null.
 *
 * @param actor a name in any case
 * @param action like {@code job.update}
 * @param outcome its word
 * @param from at or after
 * @param to before
 * @param text part of what they say, in any case
 */
public record TrailFilter(
        String actor,
        String action,
        String objectType,
        String objectId,
        String outcome,
        Instant from,
        Instant to,
        String text) {

    Sql conditions(Sql select) {
        return select.where("lower(e.actor) = lower(:actor)", actor)
                .where("e.action = :action", action)
                .where("e.object_type = :objectType", objectType)
                .where("e.object_id = :objectId", objectId)
                .where("e.outcome = :outcome", outcome)
                .where("e.at >= :from", from)
                .where("e.at < :to", to)
                .where(
                        "strpos(lower(concat_ws(' ', e.actor, e.action, e.object_name, e.credential_name,"
                                + " e.address, e.detail, e.before, e.after)), lower(:text)) > 0",
                        text);
    }
}
