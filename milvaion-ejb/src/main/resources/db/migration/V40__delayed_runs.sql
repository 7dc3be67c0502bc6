-- How many runs of a job with a delay were planned since its schedule was last changed.
alter table job_schedule add column delayed_runs integer not null default 0;

-- The leader looks each second for those whose last run has ended.
create index jobs_delayed on jobs (id) where delay_after is not null;
