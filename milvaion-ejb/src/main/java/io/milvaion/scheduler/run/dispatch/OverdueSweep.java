package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.pause.Paused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Finds jobs that are due in PostgreSQL and that Redis does not know to be due. */
@ApplicationScoped
public class OverdueSweep {

    private static final int LIMIT = 10_000;
    private static final int GRACE_SECONDS = 5;

    @Inject Database database;
    @Inject RunIndex index;

    /** Corrects their scores. Returns how many were wrong. */
    public long run(Instant now) {
        var oldest = index.oldestPlanned().filter(at -> at.isBefore(now)).orElse(now);
        return index.replan(plannedBefore(oldest.minusSeconds(GRACE_SECONDS)));
    }

    private Map<UUID, Instant> plannedBefore(Instant limit) {
        return database.autocommit(
                connection -> {
                    var overdue = new HashMap<UUID, Instant>();
                    Sql.of(
                                    """
                                    select s.job_id, s.next_run_at from job_schedule s
                                     where s.next_run_at < :before and not %s limit :limit"""
                                            .formatted(Paused.SCHEDULED))
                            .with("before", limit)
                            .with("limit", LIMIT)
                            .forEach(
                                    connection,
                                    row ->
                                            overdue.put(
                                                    row.uuid("job_id"),
                                                    row.instant("next_run_at")));
                    return overdue;
                });
    }
}
