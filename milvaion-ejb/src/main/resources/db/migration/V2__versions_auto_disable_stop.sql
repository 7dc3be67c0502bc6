-- Emergency stops of dispatching, and who ended them. While one is open, nothing is dispatched.
create table dispatch_stops (
    id            uuid primary key,
    reason        text not null,
    stopped_by    text not null,
    stopped_at    timestamptz(3) not null,
    resume_reason text,
    resumed_by    text,
    resumed_at    timestamptz(3)
);
create unique index dispatch_stops_open on dispatch_stops ((true)) where resumed_at is null;

-- What a job was in each of its versions, and who made it so. A definition is of that version only.
create table job_versions (
    job_id         uuid not null references jobs (id),
    version        integer not null,
    changed_at     timestamptz(3) not null,
    changed_by     text not null,
    kind           text not null,
    restored_from  integer,
    changed_fields text[] not null default '{}',
    definition     jsonb not null,
    primary key (job_id, version)
);

-- Of jobs that are there already the present version is all that is known.
insert into job_versions (job_id, version, changed_at, changed_by, kind, definition)
select id, version, updated_at, 'unknown',
       case when deleted_at is not null then 'deleted'
            when version = 1 then 'created' else 'edited' end,
       jsonb_strip_nulls(jsonb_build_object(
           'displayName', display_name,
           'description', description,
           'tags', to_jsonb(tags),
           'workerGroup', worker_group,
           'jobType', job_type,
           'jobData', job_data,
           'cronExpression', cron_expression,
           'timeZone', time_zone,
           'executeAt', to_char(execute_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'active', active,
           'concurrentExecutionPolicy', concurrency_policy,
           'maxConcurrent', max_concurrent,
           'timeoutSeconds', timeout_seconds,
           'maxRetries', max_retries,
           'retryBaseSeconds', retry_base_seconds,
           'misfirePolicy', misfire_policy,
           'dstGap', dst_gap,
           'dstOverlap', dst_overlap,
           'onWorkerLost', on_worker_lost))
  from jobs;

-- When failures deactivate a job; null: the settings.
alter table jobs
    add column auto_disable_after          integer check (auto_disable_after between 0 and 100),
    add column auto_disable_window_seconds integer check (auto_disable_window_seconds >= 1),
    add column auto_enable_after_seconds   integer check (auto_enable_after_seconds >= 1);

-- Consecutive failures of jobs that have failed, apart from the definition: trackers change these
-- rows, and lock them after the occurrences. tripped_at: to be deactivated, and not yet done.
create table job_failures (
    job_id          uuid primary key,
    failures        integer not null default 0,
    recent          timestamptz(3)[] not null default '{}',
    last_error      text,
    tripped_at      timestamptz(3),
    disabled_at     timestamptz(3),
    disabled_reason text,
    enables_at      timestamptz(3)
) with (fillfactor = 50);
create index job_failures_undone on job_failures (job_id)
 where tripped_at is not null or enables_at is not null;
