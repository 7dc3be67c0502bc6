package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.job.plan.MovedRun;
import io.milvaion.scheduler.job.plan.ScheduleRow;
import io.milvaion.scheduler.job.version.VersionRows;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans a job anew because its calendars have changed. What is due already is left to the
 * dispatcher, and what has run does not run again where it would be moved to now.
 */
record ClosedPlan(
        UUID jobId,
        String name,
        int version,
        boolean runs,
        JobSchedule schedule,
        ScheduleRow planned) {

    private static final int MOST_MOVES = 100;

    private static final String SELECT =
            "select j.display_name, j.version, j.active and j.deleted_at is null as runs, "
                    + JobSchedule.COLUMNS
                    + " from jobs j where j.id = :id for no key update";

    /**
     * Plans it in the caller's transaction, as a version of its own: whoever remembers its
     * timetable by version reads it anew, and the leader tells Redis.
     *
     * @param why such as "because the calendar holidays has changed"
     * @return whether its next run is another one now
     */
    static boolean move(Connection connection, UUID jobId, CalendarBook book, String why)
            throws SQLException {
        var job =
                Sql.of(SELECT).with("id", jobId).one(connection, row -> of(connection, jobId, row));
        if (!job.runs() || job.isDue() || job.schedule().delay() != null) {
            return false;
        }
        var timetable = job.schedule().readable(jobId, book);
        if (timetable.isEmpty()) {
            return false;
        }
        var next = job.next(timetable.get(), book).orElse(null);
        if (Objects.equals(next, job.planned().nextRunAt())) {
            return false;
        }
        job.write(connection, next, why);
        return true;
    }

    private static ClosedPlan of(Connection connection, UUID jobId, Row row) throws SQLException {
        return new ClosedPlan(
                jobId,
                row.text("display_name"),
                row.integer("version"),
                row.flag("runs"),
                JobSchedule.of(row),
                ScheduleRow.lock(connection, jobId));
    }

    private boolean isDue() {
        return planned.nextRunAt() != null && !planned.nextRunAt().isAfter(planned.now());
    }

    private Optional<Instant> next(Timetable timetable, CalendarBook book) {
        var last = planned.lastPlannedAt();
        var begin = last != null && last.isAfter(planned.now()) ? last : planned.now();
        return timetable
                .nextAfter(begin)
                .flatMap(
                        found ->
                                hasRun(found, book)
                                        ? timetable.nextAfter(found)
                                        : Optional.of(found));
    }

    /** Whether the run that was planned last is what would be moved there now. */
    private boolean hasRun(Instant found, CalendarBook book) {
        var last = planned.lastPlannedAt();
        var offset = schedule.mostOffset();
        return last != null
                && schedule.closed(jobId, book).stream()
                        .flatMap(of -> of.moves(last.minus(offset), last, MOST_MOVES).stream())
                        .filter(move -> move.to() != null && !move.merged())
                        .anyMatch(
                                move ->
                                        !move.to().isAfter(found)
                                                && !move.to().isBefore(found.minus(offset)));
    }

    private void write(Connection connection, Instant next, String why) throws SQLException {
        int newVersion = version + 1;
        Sql.of("update jobs set version = :version where id = :id")
                .with("version", newVersion)
                .with("id", jobId)
                .update(connection);
        planned.write(connection, newVersion, next);
        VersionRows.replanned(
                connection, new MovedRun(jobId, name, newVersion, planned.nextRunAt(), next, why));
    }
}
