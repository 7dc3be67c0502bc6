package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.Skip;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.misfire.Misfires;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds the instants that will not run, because their job was edited or was not active. */
public final class SkippedRuns {

    private static final Duration ANY_LATENESS = Duration.ofNanos(-1);

    private SkippedRuns() {}

    /**
     * @param timetable the one that planned them
     * @param due the oldest instant that has neither run nor been skipped; null if there is none
     */
    public static List<Skip> until(
            Instant now, UUID jobId, Timetable timetable, Instant due, MissedReason reason) {
        var skipped = new ArrayList<Skip>();
        var next = due;
        while (next != null && !next.isAfter(now)) {
            var plan = Misfires.plan(timetable, MisfirePolicy.SKIP, next, now, ANY_LATENESS);
            for (var range : plan.skipped()) {
                skipped.add(
                        Skip.range(
                                jobId, range.first(), range.last(), range.count(), reason, null));
            }
            next = plan.next().orElse(null);
        }
        return skipped;
    }

    /**
     * The instant of a job that runs once, if it has passed while the job was not active.
     *
     * @param row of the job, locked
     */
    public static List<Skip> whileInactive(
            Connection connection, ScheduleRow row, Instant executeAt) throws SQLException {
        return executeAt.equals(row.lastPlannedAt())
                        || isDecided(connection, row.jobId(), executeAt)
                ? List.of()
                : List.of(
                        Skip.one(
                                row.jobId(),
                                executeAt,
                                MissedReason.DEACTIVATED,
                                "the job was not active then"));
    }

    /** Whether a planned instant has become an occurrence or a record of the ledger. */
    static boolean isDecided(Connection connection, UUID jobId, Instant planned)
            throws SQLException {
        return Sql.of(
                        """
                        select exists (select 1 from occurrences where id = :id)
                            or exists (select 1 from skipped_runs where id = :id) as decided""")
                .with("id", OccurrenceId.planned(jobId, planned))
                .one(connection, found -> found.flag("decided"));
    }
}
