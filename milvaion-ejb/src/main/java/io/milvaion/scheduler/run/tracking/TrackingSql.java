package io.milvaion.scheduler.run.tracking;

import io.milvaion.scheduler.state.occurrence.NamedVersion;
import io.milvaion.scheduler.state.occurrence.States;

/**
 * The statements that each batch of reports executes; public because the benchmark of what the
 * servers allow must execute the same.
 */
public final class TrackingSql {

    /**
     * Those whose gates must be locked before: an array of occurrence ids, the smallest and the
     * largest of them.
     */
    public static final String GATED_JOBS =
            """
            select distinct o.job_id
              from occurrences o join job_schedule s on s.job_id = o.job_id
             where o.id = any (?) and o.id between ? and ? and s.gated""";

    /**
     * What is known of the reported runs, in the order of their ids; parameters as above. Attempts
     * are repeated by the version that the run names; what concerns the job is asked of the present
     * one.
     */
    public static final String LOCK =
            """
            select o.id, o.job_id, j.display_name, o.job_type, o.worker_group,
                   o.planned_at, o.ended_at,
                   o.state, o.stage, o.attempt, o.progress, o.abandoned_state,
                   o.abandoned_retries,
                   case when o.abandoned_at is not null then o.error end as abandoned_error,
                   coalesce(j.on_abandoned = 'wait', j.open_limit is not null)
                       as waits_abandoned,
                   %s as max_retries, %s as retry_base_seconds, %s = 'retry' as retries_lost,
                   o.cancel_requested_at is not null or j.deleted_at is not null
                       as stopped,
                   j.active and j.deleted_at is null as active, j.auto_disable_after,
                   j.auto_disable_window_seconds, coalesce(f.failures, 0) as failures
              from occurrences o join jobs j on j.id = o.job_id
                   %s
                   left join job_failures f on f.job_id = o.job_id
             where o.id = any (?) and o.id between ? and ?
             order by o.id
               for no key update of o"""
                    .formatted(
                            NamedVersion.integer("max_retries"),
                            NamedVersion.integer("retry_base_seconds"),
                            NamedVersion.text("on_worker_lost"),
                            NamedVersion.join("o.job_version"));

    /**
     * Where they stand now: an array for each member of {@code u}, and the ids again. Touches no
     * indexed column, so the updates are HOT.
     *
     * <p>The ids are given once more as an array, and the statement is planned each time: the plan
     * for arrays of unknown length may compare each row with each other, and a bound by the
     * smallest and the largest id makes PostgreSQL read all that lies between them.
     */
    public static final String UPDATE =
            """
            update occurrences o
               set state = u.state, stage = u.stage, attempt = u.attempt,
                   published_at = coalesce(to_timestamp(u.published / 1000.0), o.published_at),
                   started_at = case when u.%s
                       then coalesce(to_timestamp(u.started / 1000.0), o.started_at) end,
                   ended_at = case when u.%s
                       then coalesce(to_timestamp(u.ended / 1000.0), now()) end,
                   available_at = now() + u.delay * interval '1 millisecond',
                   duration_ms = u.duration,
                   progress = u.progress,
                   progress_text = case when u.%s then coalesce(u.progress_text,
                       case when o.attempt = u.attempt then o.progress_text end) end,
                   worker_instance = coalesce(u.instance, o.worker_instance),
                   result = u.result,
                   error = case when u.%s and u.abandoned is null then o.error else u.error end,
                   abandoned_at = case when u.abandoned is not null
                       then coalesce(o.abandoned_at, now()) end,
                   abandoned_state = u.abandoned, abandoned_retries = u.retries = 1
              from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bigint[],
                          ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::int[], ?::int[])
                   as u (id, state, stage, attempt, published, started,
                         ended, delay, duration, progress, progress_text,
                         instance, result, error, abandoned, retries)
             where o.id = u.id and o.id = any (?)
            returning o.id, o.ended_at,
                      coalesce((select s.gated from job_schedule s
                                 where s.job_id = o.job_id), false) as gated"""
                    .formatted(States.STARTED, States.FINAL, States.STARTED, States.RUNNING);

    private TrackingSql() {}
}
