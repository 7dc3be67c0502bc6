package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares the next runs of jobs by two books of calendars. */
final class CalendarMoves {

    static final int MOST_SHOWN = 50;

    private static final int MOST_JOBS = 1_000;
    private static final int RUNS = 20;

    private record Affected(UUID id, String displayName, JobSchedule schedule) {}

    private final CalendarBook before;
    private final CalendarBook after;
    private final Instant now;

    CalendarMoves(CalendarBook before, CalendarBook after, Instant now) {
        this.before = before;
        this.after = after;
        this.now = now;
    }

    /**
     * @param calendars those that change
     */
    CalendarChange of(Connection connection, Collection<String> calendars) throws SQLException {
        var jobs = jobs(connection, calendars);
        var moved = new ArrayList<MovedJob>();
        for (var job : jobs.subList(0, Math.min(jobs.size(), MOST_JOBS))) {
            if (moved.size() < MOST_SHOWN) {
                compare(job).ifPresent(moved::add);
            }
        }
        return new CalendarChange(moved, jobs.size(), jobs.size() <= MOST_JOBS);
    }

    private static List<Affected> jobs(Connection connection, Collection<String> calendars)
            throws SQLException {
        return Sql.of("select j.id, j.display_name, " + JobSchedule.COLUMNS + " from jobs j")
                .where("j.deleted_at is null")
                .where("j.active")
                .where("j.calendars <> '{}'")
                .where("j.calendars && :calendars")
                .texts("calendars", calendars)
                .then("order by j.id limit :limit")
                .with("limit", MOST_JOBS + 1)
                .list(
                        connection,
                        row ->
                                new Affected(
                                        row.uuid("id"),
                                        row.text("display_name"),
                                        JobSchedule.of(row)));
    }

    private Optional<MovedJob> compare(Affected job) {
        var is = runs(job.schedule().readable(job.id(), before));
        var will = runs(job.schedule().readable(job.id(), after));
        return is.equals(will)
                ? Optional.empty()
                : Optional.of(
                        new MovedJob(job.id(), job.displayName(), is, will, moves(job, will)));
    }

    private List<Instant> runs(Optional<Timetable> timetable) {
        var runs = new ArrayList<Instant>();
        var run = timetable.flatMap(of -> of.nextAfter(now));
        while (run.isPresent() && runs.size() < RUNS) {
            runs.add(run.get());
            run = timetable.get().nextAfter(run.get());
        }
        return List.copyOf(runs);
    }

    private List<ShiftedRun> moves(Affected job, List<Instant> runs) {
        return runs.isEmpty()
                ? List.of()
                : job
                        .schedule()
                        .closed(job.id(), after)
                        .map(of -> of.moves(now, runs.get(runs.size() - 1), RUNS))
                        .orElse(List.of())
                        .stream()
                        .map(ShiftedRun::of)
                        .toList();
    }
}
