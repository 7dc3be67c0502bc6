package io.milvaion.bench.raw;

/** The statements of a drain: copies of what the scheduler executes; each says of which. */
final class DrainSql {

    /** What is planned of the jobs that were popped: {@code DueJobs#read}. */
    static final String READ_DUE_JOBS =
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
               and j.active and j.deleted_at is null""";

    /**
     * Advances schedule rows and inserts occurrences, in the term that still leads and if nothing
     * is stopped: {@code DispatchTransaction#advanceAndInsert}.
     */
    static final String OPEN_RUNS =
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
                   and not exists (select from dispatch_stops where resumed_at is null)
                returning s.job_id),
            inserted as (
                insert into occurrences (id, job_id, job_version, job_type, worker_group,
                                         planned_at, state, stage)
                select d.id, d.job_id, d.version, d.job_type, d.worker_group, d.run_at, 0,
                       d.stage
                  from due d join advanced a on a.job_id = d.job_id
                 where d.id is not null
                    on conflict do nothing
                returning id)
            select job_id, null from advanced union all select null, id from inserted""";

    /** Those whose gates must be locked before: {@code OccurrenceRows#gatedJobs}. */
    static final String FIND_GATED_JOBS =
            """
            select distinct o.job_id
              from occurrences o join job_schedule s on s.job_id = o.job_id
             where o.id = any (?) and o.id between ? and ? and s.gated""";

    /** What is known of the reported runs: {@code OccurrenceRows#lock}. */
    static final String LOCK_RUNS =
            """
            select o.id, o.job_id, j.display_name, o.job_type, o.planned_at, o.ended_at,
                   o.state, o.stage, o.attempt, o.progress,
                   j.max_retries, j.retry_base_seconds, j.on_worker_lost = 'retry',
                   o.cancel_requested_at is not null or j.deleted_at is not null,
                   j.active and j.deleted_at is null, j.auto_disable_after,
                   j.auto_disable_window_seconds, coalesce(f.failures, 0)
              from occurrences o join jobs j on j.id = o.job_id
                   left join job_failures f on f.job_id = o.job_id
             where o.id = any (?) and o.id between ? and ?
             order by o.id
               for no key update of o""";

    /** Where they stand now, planned each time: {@code OccurrenceRows#update}. */
    static final String UPDATE_RUNS =
            """
            update occurrences o
               set state = u.state, stage = u.stage, attempt = u.attempt,
                   published_at = coalesce(to_timestamp(u.published / 1000.0), o.published_at),
                   started_at = case when u.state > 0
                       then coalesce(to_timestamp(u.started / 1000.0), o.started_at) end,
                   ended_at = case when u.state > 1
                       then coalesce(to_timestamp(u.ended / 1000.0), now()) end,
                   available_at = now() + u.delay * interval '1 millisecond',
                   duration_ms = u.duration,
                   progress = case when u.state > 0 then coalesce(u.progress, o.progress) end,
                   progress_text = case when u.state > 0
                       then coalesce(u.progress_text, o.progress_text) end,
                   worker_instance = coalesce(u.instance, o.worker_instance),
                   result = u.result,
                   error = case when u.state = 1 then o.error else u.error end
              from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bigint[],
                          ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[],
                          ?::text[], ?::text[], ?::text[])
                   as u (id, state, stage, attempt, published, started,
                         ended, delay, duration, progress, progress_text,
                         instance, result, error)
             where o.id = u.id and o.id = any (?)
            returning o.id, o.ended_at,
                      coalesce((select s.gated from job_schedule s
                                 where s.job_id = o.job_id), false)""";

    /** Ends by hour and state: {@code EndedRows#count}. */
    static final String COUNT_ENDS =
            """
            insert into run_counters as c (hour, state, count)
            select to_timestamp(u.hour / 1000.0), u.state, u.count
              from unnest(?::bigint[], ?::int[], ?::int[]) as u (hour, state, count)
             order by 1, 2
                on conflict (hour, state) do update
               set count = c.count + excluded.count""";

    private DrainSql() {}
}
