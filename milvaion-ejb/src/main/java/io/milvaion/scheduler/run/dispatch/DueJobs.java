package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.log.QuietLog;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.state.publish.RunDefinition;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.Zones;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads jobs that are due. Used by one thread alone. */
public final class DueJobs {

    private static final QuietLog QUIET = QuietLog.of(DueJobs.class);
    private static final int TIMETABLES = 10_000;

    /** Job data of one batch at most; a job beyond it is popped again. */
    private static final long DATA_BYTES = 8L << 20;

    /**
     * @param calendars their revision
     */
    private record Parsed(int version, UUID calendars, Zones zones, Timetable timetable) {

        boolean isOf(int present, UUID revision, Zones inForce) {
            return version == present && revision.equals(calendars) && zones == inForce;
        }
    }

    private final Database database;
    private CalendarBooks.Revised calendars = CalendarBooks.kept();
    private final long dataBytes;
    private final Map<UUID, Parsed> timetables =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Parsed> eldest) {
                    return size() > TIMETABLES;
                }
            };

    DueJobs(Database database) {
        this(database, DATA_BYTES);
    }

    private DueJobs(Database database, long dataBytes) {
        this.database = database;
        this.dataBytes = dataBytes;
    }

    /** For whoever only asks when jobs run. */
    public static DueJobs withoutData(Database database) {
        return new DueJobs(database, 0);
    }

    /** Reads those of the given jobs that exist, are active and have something planned. */
    public Map<UUID, DueJob> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.autocommit(
                connection -> {
                    var jobs = new HashMap<UUID, DueJob>();
                    while (!readByCalendars(connection, ids, jobs)) {
                        calendars = CalendarBooks.of(connection);
                    }
                    return jobs;
                });
    }

    /**
     * @return whether the calendars that are remembered are those of the database
     */
    private boolean readByCalendars(
            Connection connection, Collection<UUID> ids, Map<UUID, DueJob> jobs)
            throws SQLException {
        var changed = new AtomicBoolean();
        Sql.of(DispatchSql.DUE_JOBS)
                .with("dataBytes", dataBytes)
                .uuids("ids", ids)
                .forEach(
                        connection,
                        row -> {
                            if (row.uuid("calendars_revision").equals(calendars.revision())) {
                                readable(row).ifPresent(job -> jobs.put(job.id(), job));
                            } else {
                                changed.set(true);
                            }
                        });
        return !changed.get();
    }

    /**
     * A definition that somebody has made unreadable in the database keeps its own job from
     * running, not those beside it.
     */
    private Optional<DueJob> readable(Row row) throws SQLException {
        try {
            return Optional.of(job(row));
        } catch (InvalidCron | DateTimeException | NoSuchElementException e) {
            QUIET.log(
                    System.Logger.Level.WARNING,
                    "job {0} cannot be planned: {1}",
                    row.uuid("job_id"),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private DueJob job(Row row) throws SQLException {
        var definition = RunDefinition.of(row);
        return new DueJob(
                definition,
                row.instant("next_run_at"),
                row.flag("gated"),
                timetable(definition, row),
                MisfirePolicy.parse(row.text("misfire_policy")).orElseThrow());
    }

    private Timetable timetable(RunDefinition job, Row row) throws SQLException {
        var parsed = timetables.get(job.jobId());
        var zones = Zones.current();
        if (parsed == null || !parsed.isOf(job.version(), calendars.revision(), zones)) {
            var timetable = JobSchedule.of(row).timetable(job.jobId(), calendars.book());
            parsed = new Parsed(job.version(), calendars.revision(), zones, timetable);
            timetables.put(job.jobId(), parsed);
        }
        return parsed.timetable();
    }
}
