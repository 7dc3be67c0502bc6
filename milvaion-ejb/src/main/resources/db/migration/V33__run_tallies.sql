-- What has happened to runs since the leader last added it up: a row for each transaction that starts or
-- ends some, its facts as arrays. Nobody updates it, so nobody waits for it.
create table untallied_runs (
    number     bigint generated always as identity primary key,
    written_at timestamptz not null default now(),
    job_ids    uuid[] not null,
    job_types  text[] not null,
    states     integer[] not null,
    at_ms      bigint[] not null,
    values_ms  bigint[] not null,
    counts     integer[] not null
);
alter table untallied_runs alter column job_ids set storage external, alter column at_ms set storage external;

-- Runs by the minute, hour and day in which they started or ended, of each job, of each job type and of all
-- (the subject). Sketches are HdrHistograms of milliseconds: of Completed runs how long they took, and how
-- long after their planned instant runs have started. No index mentions what changes (HOT).
create table run_minutes (
    subject       uuid not null,
    at            timestamptz not null,
    started       bigint not null default 0 check (started >= 0),
    completed     bigint not null default 0 check (completed >= 0),
    failed        bigint not null default 0 check (failed >= 0),
    cancelled     bigint not null default 0 check (cancelled >= 0),
    timed_out     bigint not null default 0 check (timed_out >= 0),
    unknown       bigint not null default 0, -- below 0 where one is taken off that was not counted
    lateness_ms   bigint not null default 0,
    duration_ms   bigint not null default 0,
    lateness      bytea,
    durations     bytea,
    primary key (subject, at)
) with (fillfactor = 70);
create index run_minutes_at on run_minutes using brin (at) with (pages_per_range = 16);

create table run_hours (like run_minutes including all) with (fillfactor = 50);
create table run_days (like run_minutes including all) with (fillfactor = 50);

-- Since when runs are tallied: what has ended before is in none of the tables above.
create table tally_begin (
    only_row boolean primary key default true check (only_row),
    since    timestamptz(3) not null default now()
);
insert into tally_begin default values;
