package io.milvaion.scheduler.job;

import io.milvaion.scheduler.occurrence.OccurrenceId;
import io.milvaion.scheduler.schedule.MisfirePolicy;
import io.milvaion.scheduler.schedule.Misfires;
import io.milvaion.scheduler.schedule.SkippedRange;
import io.milvaion.scheduler.schedule.Timetable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Records the instants that were due and will not run, because their job was edited. */
final class SkippedRuns {

    private static final Duration ANY_LATENESS = Duration.ofNanos(-1);

    private SkippedRuns() {}

    /**
     * @param timetable the one that planned them
     * @param due the oldest instant that has neither run nor been skipped; null if there is none
     */
    static void record(
            Connection connection,
            UUID jobId,
            Timetable timetable,
            Instant due,
            Instant now,
            String reason)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into skipped_runs (id, job_id, planned_at, last_at, count, reason)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            var next = due;
            while (next != null && !next.isAfter(now)) {
                var plan = Misfires.plan(timetable, MisfirePolicy.SKIP, next, now, ANY_LATENESS);
                for (var range : plan.skipped()) {
                    insert.setObject(1, id(jobId, range));
                    insert.setObject(2, jobId);
                    insert.setObject(3, range.first().atOffset(ZoneOffset.UTC));
                    insert.setObject(4, range.last().atOffset(ZoneOffset.UTC));
                    insert.setInt(5, range.count());
                    insert.setString(6, reason);
                    insert.addBatch();
                }
                next = plan.next().orElse(null);
            }
            insert.executeBatch();
        }
    }

    private static UUID id(UUID jobId, SkippedRange range) {
        return range.count() == 1
                ? OccurrenceId.planned(jobId, range.first())
                : OccurrenceId.skippedRange(jobId, range.first(), range.last());
    }
}
