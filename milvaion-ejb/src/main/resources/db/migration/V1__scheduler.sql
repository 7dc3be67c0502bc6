-- Definitions. A deleted job keeps its row, so that history keeps its name and ids are never reused.
create table jobs (
    id                    uuid primary key,
    display_name          text not null,
    description           text,
    tags                  text[] not null default '{}',
    worker_group          text,
    job_type              text not null,
    job_data              text not null default '{}',
    cron_expression       text,
    time_zone             text not null default 'UTC',
    execute_at            timestamptz(3),
    active                boolean not null default true,
    concurrency_policy    smallint not null default 0 check (concurrency_policy between 0 and 2),
    max_concurrent        integer check (max_concurrent >= 1),
    timeout_seconds       integer check (timeout_seconds >= 1),
    max_retries           integer check (max_retries >= 0),
    retry_base_seconds    integer check (retry_base_seconds >= 1),
    misfire_policy        text not null default 'once' check (misfire_policy in ('once', 'all', 'skip')),
    dst_gap               text not null default 'shift' check (dst_gap in ('shift', 'skip')),
    dst_overlap           text not null default 'first' check (dst_overlap in ('first', 'second', 'both')),
    on_worker_lost        text not null default 'retry' check (on_worker_lost in ('retry', 'unknown')),
    version               integer not null default 1,
    created_at            timestamptz(3) not null default now(),
    updated_at            timestamptz(3) not null default now(),
    deleted_at            timestamptz(3),
    check (cron_expression is null or execute_at is null)
);
create index jobs_alive on jobs (created_at desc, id) where deleted_at is null;
create index jobs_tags on jobs using gin (tags) where deleted_at is null;

-- The schedule, apart from the definition: runs change these rows all the time, and no index
-- mentions a column that they change, so that the updates stay within their page (HOT).
create table job_schedule (
    job_id             uuid primary key references jobs (id),
    definition_version integer not null,
    next_run_at        timestamptz(3),
    last_planned_at    timestamptz(3),
    synced_version     integer not null default 0,
    gated              boolean not null,
    open_occurrence_id uuid,
    open_count         integer not null default 0,
    held_count         integer not null default 0
) with (fillfactor = 50);
create index job_schedule_unsynced on job_schedule (job_id) where synced_version <> definition_version;

-- One row for each planned or triggered run, a partition for each day of its id's time.
-- fillfactor 40: one transaction ends all rows of a page, and the page must hold both versions.
create table occurrences (
    id                  uuid primary key,
    job_id              uuid not null,
    job_version         integer not null,
    job_type            text not null,
    worker_group        text,
    planned_at          timestamptz(3) not null,
    created_at          timestamptz(3) not null default now(),
    published_at        timestamptz(3),
    started_at          timestamptz(3),
    ended_at            timestamptz(3),
    available_at        timestamptz(3),
    cancel_requested_at timestamptz(3),
    duration_ms         bigint,
    state               smallint not null default 0 check (state between 0 and 6),
    stage               smallint check (stage between 0 and 2),
    attempt             integer not null default 1,
    manual              boolean not null default false,
    progress            smallint,
    worker_instance     text,
    progress_text       text,
    data                text,
    result              text,
    error               text,
    check ((state = 0) = (stage is not null)),
    check (state <> 0 or ended_at is null)
) partition by range (id);
create index occurrences_of_job on occurrences (job_id, id desc);
create table occurrences_other partition of occurrences default with (fillfactor = 40);

-- Which daily partitions may still hold open runs.
create table occurrence_days (
    day       date primary key,
    closed_at timestamptz
);

-- Written from the first failure or the second attempt on.
create table attempts (
    occurrence_id   uuid not null,
    attempt         integer not null,
    state           smallint not null,
    worker_instance text,
    published_at    timestamptz(3),
    started_at      timestamptz(3),
    ended_at        timestamptz(3),
    duration_ms     bigint,
    error           text,
    error_type      text,
    primary key (occurrence_id, attempt)
);

-- The lines that a job has logged (attempt from 1) and the decisions of the scheduler (attempt 0).
create table occurrence_logs (
    occurrence_id uuid not null,
    attempt       integer not null,
    seq           integer not null,
    at            timestamptz(3) not null,
    level         text not null,
    message       text not null,
    primary key (occurrence_id, attempt, seq)
) partition by range (occurrence_id);
create table occurrence_logs_other partition of occurrence_logs default;

-- Runs that ended otherwise than Completed, so that no list of them has to search the history.
create table failed_occurrences (
    occurrence_id uuid primary key,
    job_id        uuid not null,
    state         smallint not null,
    ended_at      timestamptz(3) not null,
    error_group   text not null
);
create index failed_occurrences_of_job on failed_occurrences (job_id, occurrence_id desc);

-- The missed-run ledger: each planned instant that did not become an occurrence, or a range of them.
create table skipped_runs (
    id         uuid primary key,
    job_id     uuid not null,
    planned_at timestamptz(3) not null,
    last_at    timestamptz(3) not null,
    count      integer not null check (count >= 1),
    reason     text not null,
    detail     text,
    created_at timestamptz(3) not null default now()
);
create index skipped_runs_of_job on skipped_runs (job_id, id desc);

-- Runs that wait for their predecessor, oldest id first.
create table held_runs (
    job_id        uuid not null,
    occurrence_id uuid not null,
    primary key (job_id, occurrence_id)
);

-- A trigger that is repeated with the same key gets the same answer for a day.
create table idempotency_keys (
    key           text not null,
    job_id        uuid not null,
    request_hash  bytea not null,
    occurrence_id uuid not null,
    created_at    timestamptz not null default now(),
    primary key (job_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- The one row that fences leaders: every statement of a leader names its term.
create table leader_terms (
    only_row boolean primary key default true check (only_row),
    term     bigint not null default 0,
    node     text,
    since    timestamptz
);
insert into leader_terms default values;

create table nodes (
    id           text primary key,
    address      text,
    version      text,
    started_at   timestamptz(3) not null,
    last_seen_at timestamptz(3) not null
);

create table workers (
    instance_id       text primary key,
    worker_group      text,
    host              text,
    version           text,
    max_parallel_jobs integer not null,
    running_jobs      integer not null default 0,
    stopping          boolean not null default false,
    consumers         jsonb not null,
    started_at        timestamptz(3) not null,
    last_seen_at      timestamptz(3) not null
);

-- Rolled-up counters: statistics never scan the history.
create table run_counters (
    hour  timestamptz not null,
    state smallint not null,
    count bigint not null,
    primary key (hour, state)
);
