-- How many runs of a job may be open at once, null for any number: a job with a limit has a gate.
-- Generated, so that the overlap policy is read in one place only. Writes jobs anew, which are few.
alter table jobs
    add column open_limit integer
        generated always as (case when concurrency_policy <> 2 then 1 else max_concurrent end) stored;
