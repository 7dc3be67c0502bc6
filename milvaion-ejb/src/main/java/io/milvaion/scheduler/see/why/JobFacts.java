package io.milvaion.scheduler.see.why;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a job.
 *
 * @param deactivation how it became what it is, if it is not active
 * @param gated whether the open and held runs are counted
 * @param scheduled whether it has a schedule; without one it runs only when it is triggered
 * @param follows whether its next run is planned when the one before has ended
 * @param openId the open run that others wait for, or null
 * @param openAbandonedAt since when that run itself waits for a job that does not stop, or null
 */
record JobFacts(
        UUID id,
        String jobType,
        String workerGroup,
        boolean active,
        boolean deleted,
        Deactivation deactivation,
        boolean scheduled,
        boolean follows,
        Instant nextRunAt,
        OverlapPolicy policy,
        Integer maxConcurrent,
        boolean gated,
        UUID openId,
        Instant openAbandonedAt,
        int open,
        int held) {

    static Optional<JobFacts> read(Connection connection, UUID id) throws SQLException {
        return Sql.of(
                        """
                        select j.id, j.job_type, j.worker_group, j.active, j.updated_at,
                               j.deleted_at is not null as deleted, s.next_run_at,
                               (%s or j.execute_at is not null) as scheduled, %s as follows,
                               j.concurrency_policy, j.max_concurrent, s.gated,
                               s.open_occurrence_id, o.abandoned_at, s.open_count,
                               s.held_count,
                               d.changed_at, d.changed_by, d.kind,
                               f.disabled_reason, f.enables_at
                          from jobs j
                          join job_schedule s on s.job_id = j.id
                          left join occurrences o on o.id = s.open_occurrence_id
                          left join job_failures f on f.job_id = j.id
                          left join lateral (
                               select changed_at, changed_by, kind from job_versions v
                                where not j.active and v.job_id = j.id
                                  and v.version > coalesce(
                                      (select max(version) from job_versions a
                                        where a.job_id = j.id
                                          and (a.definition ->> 'active')::boolean), 0)
                                order by v.version limit 1) d on true"""
                                .formatted(JobSchedule.REPEATS, JobSchedule.FOLLOWS))
                .where("j.id = :id", id)
                .first(connection, JobFacts::of);
    }

    String openOfLimit() {
        return open + " of " + maxConcurrent + " runs are open";
    }

    private static JobFacts of(Row row) throws SQLException {
        return new JobFacts(
                row.uuid("id"),
                row.text("job_type"),
                row.text("worker_group"),
                row.flag("active"),
                row.flag("deleted"),
                Deactivation.of(row),
                row.flag("scheduled"),
                row.flag("follows"),
                row.instant("next_run_at"),
                OverlapPolicy.of(row.integer("concurrency_policy")),
                row.integer("max_concurrent"),
                row.flag("gated"),
                row.uuid("open_occurrence_id"),
                row.instant("abandoned_at"),
                row.integer("open_count"),
                row.integer("held_count"));
    }
}
