package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.job.autodisable.FailureState;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.definition.JobSchedule;
import java.sql.SQLException;

/** Reads a job for a list: all but its data, which is null. */
final class ListedJob {

    static final String SELECT =
            """
            select j.id, j.display_name, j.description, j.tags, j.worker_group, j.job_type,
                   %s, j.active, j.concurrency_policy,
                   j.max_concurrent, j.timeout_seconds, j.max_retries, j.retry_base_seconds,
                   j.misfire_policy, j.on_worker_lost, j.on_abandoned,
                   j.auto_disable_after, j.auto_disable_window_seconds, j.auto_enable_after_seconds, j.secret_fields,
                   j.version, j.created_at, j.updated_at, s.next_run_at,
                   f.failures, f.disabled_at, f.disabled_reason, f.enables_at
              from jobs j
              join job_schedule s on s.job_id = j.id
              left join job_failures f on f.job_id = j.id"""
                    .formatted(JobSchedule.COLUMNS);

    private ListedJob() {}

    static PlannedJob of(Row row) throws SQLException {
        return new PlannedJob(
                Job.listed(
                        row.uuid("id"),
                        definition(row, null),
                        row.integer("version"),
                        row.instant("created_at"),
                        row.instant("updated_at")),
                row.instant("next_run_at"),
                row.integer("failures") == null ? null : FailureState.of(row));
    }

    /**
     * @param data null where it is left out
     */
    static JobDefinition definition(Row row, String data) throws SQLException {
        return new JobDefinition(
                row.text("display_name"),
                row.text("description"),
                row.texts("tags"),
                row.text("worker_group"),
                row.text("job_type"),
                data,
                JobSchedule.of(row),
                row.flag("active"),
                row.integer("concurrency_policy"),
                row.integer("max_concurrent"),
                row.integer("timeout_seconds"),
                row.integer("max_retries"),
                row.integer("retry_base_seconds"),
                row.text("misfire_policy"),
                row.text("on_worker_lost"),
                row.text("on_abandoned"),
                row.integer("auto_disable_after"),
                row.integer("auto_disable_window_seconds"),
                row.integer("auto_enable_after_seconds"),
                row.texts("secret_fields"));
    }
}
