package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
        JobSchedule schedule,
        Instant updatedAt,
        boolean scheduled,
        int definitionVersion,
        Instant next,
        Instant last,
        Instant now) {

    private static final String SELECT =
            """
            select j.id, j.version, j.active, j.deleted_at is not null as deleted, %s, j.updated_at,
                   s.job_id is not null as scheduled, s.definition_version, s.next_run_at, s.last_planned_at,
                   now() as now
              from jobs j left join job_schedule s on s.job_id = j.id
            """
                    .formatted(JobSchedule.COLUMNS);

    /** Reads jobs in id order. */
    static List<PlanRow> page(Connection connection, UUID after, int limit) throws SQLException {
        return Sql.of(SELECT + "where j.id > :after order by j.id limit :limit")
                .with("after", after)
                .with("limit", limit)
                .list(connection, PlanRow::of);
    }

    /** Reads jobs that have to do with a zone, in id order. */
    static List<PlanRow> ofZone(Connection connection, String zone, UUID after, int limit)
            throws SQLException {
        return Sql.of(SELECT)
                .where("j.id > :after", after)
                .where("j.active and j.deleted_at is null")
                .where(
                        "(j.time_zone = :zone or %s = :zone)".formatted(ZonePlans.ZONE_OF_RULE),
                        zone)
                .then("order by j.id limit :limit")
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
        return schedule.readable(jobId).orElse(null);
    }

    PlanRow withoutLast() {
        return new PlanRow(
                jobId,
                version,
                active,
                deleted,
                schedule,
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
                JobSchedule.of(row),
                row.instant("updated_at"),
                row.flag("scheduled"),
                row.flag("scheduled") ? row.integer("definition_version") : 0,
                row.instant("next_run_at"),
                row.instant("last_planned_at"),
                row.instant("now"));
    }
}
