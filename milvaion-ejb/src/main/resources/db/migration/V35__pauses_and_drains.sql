-- What is not dispatched for now: the jobs of one type, of one worker group or with one tag. A row that has ended is
-- deleted; the audit trail remembers it.
create table dispatch_pauses (
    id           uuid primary key,
    job_type     text unique,
    worker_group text unique,
    tag          text unique,
    reason       text not null,
    paused_by    text not null,
    paused_at    timestamptz(3) not null,
    ends_at      timestamptz(3),
    check (num_nonnulls(job_type, worker_group, tag) = 1)
);

-- Workers that are to take no new runs: one instance, or all of a group, those that start later too.
create table worker_drains (
    id           uuid primary key,
    instance_id  text unique,
    worker_group text unique,
    reason       text not null,
    drained_by   text not null,
    drained_at   timestamptz(3) not null,
    ends_at      timestamptz(3),
    check (num_nonnulls(instance_id, worker_group) = 1)
);

-- Whether the instance obeys a drain now; null as long as it has not said that it knows what that is.
alter table workers add column draining boolean;

-- How long its last heartbeat took to get here: a broker or a scheduler that lags is no worker that is gone.
alter table workers add column lag_ms integer;
