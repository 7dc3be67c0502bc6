-- All that decides about planned instants besides cron and a single instant. The defaults are what jobs of before mean.
alter table jobs
    add column cron_dialect   text not null default 'milvaion'
        check (cron_dialect in ('milvaion', 'unix', 'quartz', 'spring', 'kubernetes', 'systemd')),
    add column every_interval text,
    add column every_clock    text not null default 'real' check (every_clock in ('real', 'local')),
    add column delay_after    text,
    add column rrule          text,
    add column starts_at      timestamptz,
    add column ends_at        timestamptz,
    add column max_runs       integer check (max_runs > 0),
    add column calendars      text[] not null default '{}',
    add column on_closed      text not null default 'skip'
        check (on_closed in ('skip', 'nextDay', 'previousDay', 'nextWorkingDay')),
    add column spread_seconds integer check (spread_seconds >= 0),
    add column jitter_seconds integer check (jitter_seconds >= 0),
    add constraint jobs_one_schedule
        check (num_nonnulls(cron_expression, every_interval, delay_after, rrule, execute_at) <= 1) not valid;

alter table jobs validate constraint jobs_one_schedule;
