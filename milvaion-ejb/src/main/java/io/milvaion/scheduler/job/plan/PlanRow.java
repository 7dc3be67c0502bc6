package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * What a job's definition and its schedule row say about its runs, as read in one snapshot.
 *
 * @param scheduled whether there is a schedule row; without one its parts are null or 0
 * @param now PostgreSQL's clock
 */
record PlanRow(
        UUID jobId,
        int version,
        boolean active,
        boolean deleted,
        String cron,
        Instant executeAt,
        String timeZone,
        String dstGap,
        String dstOverlap,
        Instant updatedAt,
        boolean scheduled,
        int definitionVersion,
        Instant next,
        Instant last,
        Instant now) {

    private static final String SELECT =
            """
            select j.id, j.version, j.active, j.deleted_at is not null, j.cron_expression,
                   j.execute_at, j.time_zone, j.dst_gap, j.dst_overlap, j.updated_at,
                   s.job_id is not null, s.definition_version, s.next_run_at, s.last_planned_at,
                   now()
              from jobs j left join job_schedule s on s.job_id = j.id
            """;

    /** Reads jobs in id order. */
    static List<PlanRow> page(Connection connection, UUID after, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(SELECT + "where j.id > ? order by j.id limit ?")) {
            statement.setObject(1, after);
            statement.setInt(2, limit);
            return rows(statement);
        }
    }

    /** Reads one job after its rows were locked. */
    static PlanRow of(Connection connection, UUID jobId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + "where j.id = ?")) {
            statement.setObject(1, jobId);
            return rows(statement).get(0);
        }
    }

    /**
     * The timetable, or null if somebody has written something into the row that is none: such a
     * job cannot run.
     */
    Timetable timetable() {
        try {
            return Timetable.of(
                    cron,
                    executeAt,
                    ZoneId.of(timeZone),
                    new DstRules(
                            DstGap.parse(dstGap).orElseThrow(),
                            DstOverlap.parse(dstOverlap).orElseThrow()));
        } catch (InvalidCron | DateTimeException | NoSuchElementException e) {
            return null;
        }
    }

    PlanRow withoutLast() {
        return new PlanRow(
                jobId,
                version,
                active,
                deleted,
                cron,
                executeAt,
                timeZone,
                dstGap,
                dstOverlap,
                updatedAt,
                scheduled,
                definitionVersion,
                next,
                null,
                now);
    }

    boolean runs() {
        return active && !deleted;
    }

    private static List<PlanRow> rows(PreparedStatement statement) throws SQLException {
        var rows = new ArrayList<PlanRow>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(
                        new PlanRow(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getBoolean(3),
                                row.getBoolean(4),
                                row.getString(5),
                                instant(row, 6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                instant(row, 10),
                                row.getBoolean(11),
                                row.getInt(12),
                                instant(row, 13),
                                instant(row, 14),
                                instant(row, 15)));
            }
        }
        return rows;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
