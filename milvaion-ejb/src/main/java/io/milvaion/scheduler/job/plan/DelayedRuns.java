package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.state.occurrence.States;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Plans the runs that follow the end of the run before. It looks for jobs with a delay that have
 * nothing planned and whose last planned run has ended, however that came about; so no end, on
 * whichever path it is recorded, has to know of it, and a crash between loses nothing.
 */
@ApplicationScoped
public class DelayedRuns {

    /** Jobs of one look; the next goes on behind them. */
    private static final int LOOKED_AT = 10_000;

    @Inject Database database;

    private UUID last = new UUID(0, 0); // only the leader's thread

    private record Waiting(UUID jobId, Instant lastPlannedAt) {

        static Waiting of(Row row) throws SQLException {
            return new Waiting(row.uuid("job_id"), row.instant("last_planned_at"));
        }

        UUID occurrenceId() {
            return lastPlannedAt == null ? jobId : OccurrenceId.planned(jobId, lastPlannedAt);
        }
    }

    /**
     * Looks at the jobs once; called by the leader each second.
     *
     * @return how many were planned
     */
    public int plan() {
        var waiting = database.autocommit(this::waiting);
        last = waiting.size() < LOOKED_AT ? new UUID(0, 0) : waiting.get(LOOKED_AT - 1).jobId();
        var open = database.autocommit(connection -> open(connection, waiting));
        int planned = 0;
        for (var job : waiting) {
            if (!open.contains(job.occurrenceId())) {
                planned += database.transaction(connection -> plan(connection, job.jobId()));
            }
        }
        return planned;
    }

    private List<Waiting> waiting(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select s.job_id, s.last_planned_at
                          from jobs j join job_schedule s on s.job_id = j.id
                         where %s and j.id > :last and j.active and j.deleted_at is null
                           and s.next_run_at is null
                         order by j.id limit :limit"""
                                .formatted(JobSchedule.FOLLOWS))
                .with("last", last)
                .with("limit", LOOKED_AT)
                .list(connection, Waiting::of);
    }

    private static Set<UUID> open(Connection connection, List<Waiting> waiting)
            throws SQLException {
        if (waiting.isEmpty()) {
            return Set.of();
        }
        var ids = waiting.stream().map(Waiting::occurrenceId).toList();
        return Set.copyOf(
                Sql.of("select id from occurrences where id = any (:ids) and " + States.OPEN)
                        .uuids("ids", ids)
                        .list(connection, row -> row.uuid("id")));
    }

    /** Locks the schedule row, then looks again: an edit or a dispatch may have come between. */
    private static int plan(Connection connection, UUID jobId) throws SQLException {
        ScheduleRow.lock(connection, jobId);
        var row = PlanRow.of(connection, jobId);
        if (!row.runs() || !row.schedule().followsEnd() || row.next() != null) {
            return 0;
        }
        var ended = ended(connection, row);
        if (ended.isEmpty()) {
            return 0;
        }
        var next = row.schedule().delayedAfter(ended.get(), row.updatedAt());
        return next.isEmpty() ? 0 : write(connection, row, next.get());
    }

    /** When the last planned run ended or was skipped; empty while it is open. */
    private static Optional<Instant> ended(Connection connection, PlanRow row) throws SQLException {
        if (row.last() == null) {
            return Optional.of(Instant.EPOCH);
        }
        var id = OccurrenceId.planned(row.jobId(), row.last());
        var ends =
                Sql.of(
                                """
                                select ended_at from occurrences where id = :id
                                union all select created_at from skipped_runs where id = :id""")
                        .with("id", id)
                        .list(connection, end -> Optional.ofNullable(end.instant("ended_at")));
        if (ends.isEmpty()) {
            return Optional.of(row.last()); // its record is not kept any more
        }
        return ends.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : ends.get(0);
    }

    private static int write(Connection connection, PlanRow row, Instant next) throws SQLException {
        var later =
                row.last() != null && !next.isAfter(row.last()) ? row.last().plusMillis(1) : next;
        return Sql.of(
                        """
                        update job_schedule
                           set next_run_at = :next, delayed_runs = delayed_runs + 1, synced_version = 0
                         where job_id = :jobId""")
                .with("next", later.truncatedTo(ChronoUnit.MILLIS))
                .with("jobId", row.jobId())
                .update(connection);
    }
}
