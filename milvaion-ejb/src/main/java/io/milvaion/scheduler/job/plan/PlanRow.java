package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
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
            select j.id, j.version, j.active, j.deleted_at is not null as deleted, j.cron_expression,
                   j.execute_at, j.time_zone, j.dst_gap, j.dst_overlap, j.updated_at,
                   s.job_id is not null as scheduled, s.definition_version, s.next_run_at, s.last_planned_at,
                   now() as now
              from jobs j left join job_schedule s on s.job_id = j.id
            """;

    /** Reads jobs in id order. */
    static List<PlanRow> page(Connection connection, UUID after, int limit) throws SQLException {
        return Sql.of(SELECT + "where j.id > :after order by j.id limit :limit")
                .with("after", after)
                .with("limit", limit)
                .list(connection, PlanRow::of);
    }

    /** Reads one job after its rows were locked. */
    static PlanRow of(Connection connection, UUID jobId) throws SQLException {
        return Sql.of(SELECT + "where j.id = :id").with("id", jobId).one(connection, PlanRow::of);
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

    private static PlanRow of(Row row) throws SQLException {
        return new PlanRow(
                row.uuid("id"),
                row.integer("version"),
                row.flag("active"),
                row.flag("deleted"),
                row.text("cron_expression"),
                row.instant("execute_at"),
                row.text("time_zone"),
                row.text("dst_gap"),
                row.text("dst_overlap"),
                row.instant("updated_at"),
                row.flag("scheduled"),
                row.flag("scheduled") ? row.integer("definition_version") : 0,
                row.instant("next_run_at"),
                row.instant("last_planned_at"),
                row.instant("now"));
    }
}
