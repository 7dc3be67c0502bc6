package io.milvaion.scheduler.run.dispatch;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.state.publish.RunDefinition;
import io.milvaion.scheduler.state.stop.DispatchStops;

/**
 * The statements that each batch executes; public because the benchmark of what the servers allow
 * must execute the same.
 */
public final class DispatchSql {

    /** What is planned of the jobs that were popped. */
    public static final String DUE_JOBS =
            """
            select s.job_id, s.definition_version as job_version, s.next_run_at, s.gated,
                   j.job_type, j.worker_group, %s, %s,
                   j.misfire_policy,
                   (select revision from calendar_revision) as calendars_revision,
                   case when sum(octet_length(j.job_data)) over (order by s.job_id)
                             - octet_length(j.job_data) < :dataBytes
                        then j.job_data end as job_data
              from job_schedule s join jobs j on j.id = s.job_id
             where s.job_id = any (:ids) and s.next_run_at is not null
               and j.active and j.deleted_at is null"""
                    .formatted(RunDefinition.PRESENT, JobSchedule.COLUMNS);

    /**
     * Advances rows of the schedule and inserts occurrences, in the term that still leads and if
     * nothing is stopped: an array for each member of {@code d}, and the term.
     */
    public static final String ADVANCE_AND_INSERT =
            """
            with due as (
                select * from unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::timestamptz[],
                                     ?::uuid[], ?::timestamptz[], ?::int[], ?::text[],
                                     ?::text[])
                    as d (job_id, version, planned, next, id, run_at, stage, job_type,
                          worker_group)),
            advanced as (
                update job_schedule s
                   set next_run_at = d.next, last_planned_at = coalesce(d.run_at, d.planned)
                  from due d
                 where s.job_id = d.job_id and s.definition_version = d.version
                   and s.next_run_at = d.planned
                   and (select term from leader_terms) = ?
                   and %s
                returning s.job_id),
            inserted as (
                insert into occurrences (id, job_id, job_version, job_type, worker_group,
                                         planned_at, state, stage)
                select d.id, d.job_id, d.version, d.job_type, d.worker_group, d.run_at, %d,
                       d.stage
                  from due d join advanced a on a.job_id = d.job_id
                 where d.id is not null
                    on conflict do nothing
                returning id)
            select job_id, null as id from advanced union all select null, id from inserted"""
                    .formatted(DispatchStops.NONE_OPEN, OccurrenceState.QUEUED.code());

    private DispatchSql() {}
}
