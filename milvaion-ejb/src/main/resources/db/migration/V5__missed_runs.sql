-- The other half of the missed-run ledger: runs that were dispatched later than the misfire threshold.
-- Apart from skipped_runs, where each row is an instant without an occurrence.
create table late_runs (
    occurrence_id uuid primary key,
    job_id        uuid not null,
    planned_at    timestamptz(3) not null,
    dispatched_at timestamptz(3) not null,
    late_ms       bigint not null check (late_ms >= 0),
    created_at    timestamptz(3) not null default now()
);
create index late_runs_of_job on late_runs (job_id, occurrence_id desc);

-- A reason that is rare must not be looked for among millions of others.
create index skipped_runs_of_reason on skipped_runs (reason, id desc);

-- Missed instants by the hour in which they were recorded, so that no count scans the ledger. Whoever
-- writes a row here has locked its job's schedule row, so that these rows need no order of locks.
create table missed_counters (
    hour   timestamptz not null,
    job_id uuid not null,
    reason text not null,
    count  bigint not null,
    primary key (hour, job_id, reason)
) with (fillfactor = 50);
create index missed_counters_of_job on missed_counters (job_id, hour);

insert into missed_counters (hour, job_id, reason, count)
select date_trunc('hour', created_at, 'UTC'), job_id, reason, sum(count) from skipped_runs group by 1, 2, 3;
