package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans jobs anew whose zone has other rules than those by which they were planned. */
public final class ZonePlans {

    /** The zone that the lines of a recurrence name; null where they name none. */
    static final String ZONE_OF_RULE = "substring(j.rrule from 'TZID=\"?([^:;\"]+)')";

    /**
     * A page of jobs in id order.
     *
     * @param last the last job that was looked at; null at the end
     * @param suspects those whose next run seems to move
     */
    public record Page(UUID last, List<UUID> suspects) {}

    private ZonePlans() {}

    /** Looks at a page of the zone's jobs without locking anything. */
    public static Page suspects(Connection connection, ZoneChange change, UUID after, int limit)
            throws SQLException {
        if (!change.matters()) {
            return new Page(null, List.of());
        }
        var rows = PlanRow.ofZone(connection, change.zone(), after, limit);
        var suspects =
                rows.stream()
                        .filter(row -> MovedRun.next(row, change).isPresent())
                        .map(PlanRow::jobId)
                        .toList();
        return new Page(rows.size() < limit ? null : rows.get(rows.size() - 1).jobId(), suspects);
    }

    /**
     * Locks the rows of a job, looks again, and writes when it runs next, as a version of its own:
     * whoever remembers its timetable by version reads it anew, and the leader tells Redis.
     *
     * @return empty if nothing moves
     */
    public static Optional<MovedRun> move(Connection connection, UUID jobId, ZoneChange change)
            throws SQLException {
        var name =
                Sql.of("select display_name from jobs where id = :id for no key update")
                        .with("id", jobId)
                        .one(connection, line -> line.text("display_name"));
        var schedule = ScheduleRow.lock(connection, jobId);
        var row = PlanRow.of(connection, jobId);
        var next = MovedRun.next(row, change);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        int version = row.version() + 1;
        Sql.of("update jobs set version = :version where id = :id")
                .with("version", version)
                .with("id", jobId)
                .update(connection);
        schedule.write(connection, version, next.get());
        return Optional.of(
                new MovedRun(jobId, name, version, row.next(), next.get(), change.reason()));
    }
}
