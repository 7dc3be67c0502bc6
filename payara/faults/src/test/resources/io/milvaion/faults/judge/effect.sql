-- What the jobs of the fault tests have done: a row for each execution. The ledger's database has
-- this table, and the scheduler's a copy for the checks.
create schema faults;
create table faults.effect (
    execution     uuid primary key,
    occurrence_id uuid not null,
    job_id        uuid not null,
    planned_at    timestamptz not null,
    attempt       int not null,
    node          text not null,
    started_at    timestamptz not null,
    ended_at      timestamptz, -- it has done all its work
    stopped_at    timestamptz, -- it was told to stop
    died_at       timestamptz, -- its process was killed
    cancelled     boolean
);
create index on faults.effect (job_id);
create index on faults.effect (occurrence_id);
