package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads jobs that are due. Used by one thread alone. */
public final class DueJobs {

    private static final System.Logger LOG = System.getLogger(DueJobs.class.getName());
    private static final int TIMETABLES = 10_000;

    /** Job data of one batch at most; a job beyond it is popped again. */
    private static final long DATA_BYTES = 8L << 20;

    private record Parsed(int version, Timetable timetable) {}

    private final Database database;
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
                    try (var statement =
                            connection.prepareStatement(
                                    """
                                    select s.job_id, s.definition_version, s.next_run_at, s.gated,
                                           j.display_name, j.job_type, j.worker_group, j.timeout_seconds,
                                           j.cron_expression, j.execute_at, j.time_zone, j.dst_gap,
                                           j.dst_overlap, j.misfire_policy,
                                           case when sum(octet_length(j.job_data)) over (order by s.job_id)
                                                     - octet_length(j.job_data) < ?
                                                then j.job_data end
                                      from job_schedule s join jobs j on j.id = s.job_id
                                     where s.job_id = any (?) and s.next_run_at is not null
                                       and j.active and j.deleted_at is null""")) {
                        statement.setLong(1, dataBytes);
                        statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                        try (var row = statement.executeQuery()) {
                            var jobs = new HashMap<UUID, DueJob>();
                            while (row.next()) {
                                readable(row).ifPresent(job -> jobs.put(job.id(), job));
                            }
                            return jobs;
                        }
                    }
                });
    }

    /**
     * A definition that somebody has made unreadable in the database keeps its own job from
     * running, not those beside it.
     */
    private Optional<DueJob> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(job(row));
        } catch (InvalidCron | DateTimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "job {0} cannot be planned: {1}",
                    row.getObject(1),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private DueJob job(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        int version = row.getInt(2);
        return new DueJob(
                id,
                version,
                instant(row, 3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Integer.class),
                row.getString(15),
                timetable(id, version, row),
                MisfirePolicy.parse(row.getString(14)).orElseThrow());
    }

    private Timetable timetable(UUID id, int version, ResultSet row) throws SQLException {
        var parsed = timetables.get(id);
        if (parsed == null || parsed.version() != version) {
            var rules =
                    new DstRules(
                            DstGap.parse(row.getString(12)).orElseThrow(),
                            DstOverlap.parse(row.getString(13)).orElseThrow());
            parsed =
                    new Parsed(
                            version,
                            Timetable.of(
                                    row.getString(9),
                                    instant(row, 10),
                                    ZoneId.of(row.getString(11)),
                                    rules));
            timetables.put(id, parsed);
        }
        return parsed.timetable();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
