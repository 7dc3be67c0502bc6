package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.job.definition.ScheduleKind;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans a job anew because something that its timetable depends on has changed: its calendars, the
 * rules of its zone. What is due already is left to the dispatcher, and what has run does not run
 * again where it would be planned now.
 */
public record Replanning(
        UUID jobId,
        String displayName,
        boolean runs,
        JobSchedule schedule,
        Instant next,
        Instant last,
        Instant now) {

    private static final int MOST_MOVES = 100;

    private static final String SELECT =
            """
            select j.id, j.display_name, j.active and j.deleted_at is null as runs, %s,
                   s.next_run_at, s.last_planned_at, clock_timestamp() as now
              from jobs j join job_schedule s on s.job_id = j.id
             where j.id = :id"""
                    .formatted(JobSchedule.COLUMNS);

    /**
     * Plans a job in the caller's transaction. The leader tells Redis within a second, because the
     * row counts as unsynced.
     *
     * @param reason such as "the calendar holidays has changed"
     * @return whether its next run is another one now
     */
    public static boolean plan(Connection connection, UUID jobId, CalendarBook book, String reason)
            throws SQLException {
        Sql.of("select 1 from jobs where id = :id for no key update")
                .with("id", jobId)
                .found(connection);
        Sql.of("select 1 from job_schedule where job_id = :id for update")
                .with("id", jobId)
                .found(connection);
        var job = Sql.of(SELECT).with("id", jobId).first(connection, Replanning::of).orElse(null);
        if (job == null || !job.runs() || job.isDue() || job.isByItsRuns()) {
            return false;
        }
        var timetable = job.schedule().readable(jobId, book);
        if (timetable.isEmpty()) {
            return false;
        }
        var next = job.next(timetable.get(), book).orElse(null);
        if (Objects.equals(next, job.next())) {
            return false;
        }
        job.write(connection, next, reason);
        return true;
    }

    private static Replanning of(Row row) throws SQLException {
        return new Replanning(
                row.uuid("id"),
                row.text("display_name"),
                row.flag("runs"),
                JobSchedule.of(row),
                row.instant("next_run_at"),
                row.instant("last_planned_at"),
                row.instant("now").truncatedTo(ChronoUnit.MILLIS));
    }

    private boolean isDue() {
        return next != null && !next.isAfter(now);
    }

    private boolean isByItsRuns() {
        return schedule.kind() == ScheduleKind.DELAY;
    }

    private Optional<Instant> next(Timetable timetable, CalendarBook book) {
        var begin = last != null && last.isAfter(now) ? last : now;
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
        var offset = schedule.mostOffset();
        return last != null
                && schedule.closed(book).stream()
                        .flatMap(of -> of.moves(last.minus(offset), last, MOST_MOVES).stream())
                        .filter(move -> move.to() != null && !move.merged())
                        .anyMatch(
                                move ->
                                        !move.to().isAfter(found)
                                                && !move.to().isBefore(found.minus(offset)));
    }

    private void write(Connection connection, Instant moved, String reason) throws SQLException {
        Sql.of(
                        """
                        update job_schedule set next_run_at = :next, synced_version = 0
                         where job_id = :id""")
                .with("next", moved)
                .with("id", jobId)
                .update(connection);
        Audit.record(
                connection,
                Deed.of("job.replan")
                        .on("job", jobId, displayName)
                        .changed(facts(next), facts(moved))
                        .saying(
                                "The next run moved from %s to %s because %s."
                                        .formatted(words(next), words(moved), reason)));
    }

    private static HashMap<String, Object> facts(Instant at) {
        var facts = new HashMap<String, Object>();
        facts.put("nextRunAt", at == null ? null : at.toString());
        return facts;
    }

    private static String words(Instant at) {
        return at == null ? "never" : at.toString();
    }
}
