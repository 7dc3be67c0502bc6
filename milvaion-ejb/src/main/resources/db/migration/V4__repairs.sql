-- States that could not be and were put right, however they had come about.
create table repairs (
    id            uuid primary key,
    at            timestamptz(3) not null default now(),
    kind          text not null,
    job_id        uuid,
    occurrence_id uuid,
    found         text not null,
    done          text not null
);
create index repairs_at on repairs (at);
create index repairs_of_job on repairs (job_id, id desc);

-- Looks at all states that somebody has asked for. One that has not ended is (re)started by the leader.
create table reconcile_runs (
    id           uuid primary key,
    requested_by text not null,
    requested_at timestamptz(3) not null default now(),
    ended_at     timestamptz(3),
    repaired     integer
);
create index reconcile_runs_waiting on reconcile_runs (id) where ended_at is null;

-- Failed occurrences that somebody has taken from the list, so that nobody puts them back; kept as
-- long as their day is not closed.
create table forgotten_failures (
    occurrence_id uuid primary key
);
