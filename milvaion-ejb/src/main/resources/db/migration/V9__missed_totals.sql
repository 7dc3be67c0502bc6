-- Missed instants of all jobs together: missed_counters has a row for each job that missed one, which
-- are a million after an outage with a million jobs, too many to add up for each look at the dashboard.
create table missed_totals (
    hour   timestamptz not null,
    reason text not null,
    count  bigint not null,
    primary key (hour, reason)
) with (fillfactor = 50);

insert into missed_totals (hour, reason, count)
select hour, reason, sum(count) from missed_counters group by hour, reason;
