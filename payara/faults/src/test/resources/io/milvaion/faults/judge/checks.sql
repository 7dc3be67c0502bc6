-- What a run of the fault tests is judged by. The tables are filled for each fault: what was asked
-- for, what the jobs wrote into their ledger, and every change of a run's state.
create table faults.subject (job_id uuid primary key, policy int not null); -- 0 Skip, 1 Queue, 2 Parallel
create table faults.span (first timestamptz, last timestamptz, struck timestamptz, healed timestamptz);
create table faults.transition (
    seq           bigint generated always as identity primary key,
    occurrence_id uuid not null,
    attempt       int not null,
    state         int not null,
    at            timestamptz not null default clock_timestamp()
);
create index on faults.transition (occurrence_id);

create function faults.remember() returns trigger language plpgsql security definer as $$
begin
    insert into faults.transition (occurrence_id, attempt, state) values (new.id, new.attempt, new.state);
    return null;
end $$;
create trigger remember after update of attempt, state on occurrences for each row
    when ((old.attempt, old.state) is distinct from (new.attempt, new.state))
    execute function faults.remember();

create view faults.due as
    select s.job_id, s.policy, t
      from faults.subject s, faults.span p, generate_series(p.first, p.last, '1 s') t;

create view faults.run as
    select o.*, s.policy
      from occurrences o join faults.subject s on s.job_id = o.job_id, faults.span p
     where o.planned_at between p.first and p.last and not o.manual;

create view faults.skip as
    select d.job_id, d.t, r.reason
      from faults.due d join skipped_runs r
        on r.job_id = d.job_id and d.t between r.planned_at and r.last_at;

-- Q1: each planned instant is exactly one run or one skip.
create view faults.recorded as
    with runs as (select job_id, planned_at as t, count(*) as n from faults.run group by 1, 2),
         skips as (select job_id, t, count(*) as n from faults.skip group by 1, 2)
    select job_id, t, coalesce(r.n, 0) + coalesce(s.n, 0) as records
      from faults.due left join runs r using (job_id, t) left join skips s using (job_id, t);

create view faults.execution as
    select e.*, s.policy, coalesce(e.ended_at, e.stopped_at, e.died_at, 'infinity') as over_at,
           exists (select from attempts a
                    where a.occurrence_id = e.occurrence_id and a.attempt = e.attempt and a.state = 6)
        or exists (select from occurrence_logs l
                    where l.occurrence_id = e.occurrence_id and l.attempt = 0
                      and l.message like 'Attempt ' || e.attempt || ' counts as lost%') as lost
      from faults.effect e join faults.subject s on s.job_id = e.job_id;

-- Runs that were executed more than once, and why.
create view faults.repeated as
    select e.occurrence_id, count(*) as executions,
           case when count(*) > count(distinct e.attempt) then 'same attempt'
                when bool_or(e.lost) then 'lost attempt'
                when exists (select from attempts a
                              where a.occurrence_id = e.occurrence_id and a.state in (3, 5)) then 'retry'
                else 'unexplained' end as reason
      from faults.execution e group by e.occurrence_id having count(*) > 1;

-- Q3: two executions of one run overlap.
create view faults.two_owners as
    select a.occurrence_id, a.attempt as attempt, b.attempt as other
      from faults.execution a join faults.execution b
        on a.occurrence_id = b.occurrence_id and (a.started_at, a.execution) < (b.started_at, b.execution)
       and a.over_at > b.started_at;

-- Q4: a state moved backwards, or a final one changed. Allowed: a result replaces Unknown, and the
-- late completion of a lost attempt ends the next one, which has not started.
create view faults.backwards as
    select * from (
        select t.occurrence_id, t.attempt, t.state, t.at,
               lag(t.attempt) over w as attempt_before, lag(t.state) over w as state_before
          from faults.transition t join faults.run r on r.id = t.occurrence_id
        window w as (partition by t.occurrence_id order by t.seq)) x
     where state_before in (2, 3, 4, 5)
        or (state_before = 6 and state < 2)
        or (attempt * 10 + least(state, 2) < attempt_before * 10 + least(state_before, 2)
            and not (state = 2 and state_before = 0));

-- Q5: the ledger against the states.
create view faults.completed_without_effect as
    select r.id from faults.run r
     where r.state = 2
       and not exists (select from faults.execution e where e.occurrence_id = r.id and e.ended_at is not null);
create view faults.effect_without_run as
    select e.occurrence_id from faults.execution e
     where not exists (select from occurrences o where o.id = e.occurrence_id);

-- Q6: how late runs were first executed. Runs of gated jobs wait for each other.
create view faults.lateness as
    select r.id, min(e.started_at) as started_at,
           extract(epoch from min(e.started_at) - r.planned_at)::float8 as seconds
      from faults.run r join faults.execution e on e.occurrence_id = r.id
     where r.policy = 2 group by r.id, r.planned_at;

-- Q7: one planned instant was executed under two ids.
create view faults.two_ids as
    select job_id, planned_at from faults.execution
     where ended_at is not null group by 1, 2 having count(distinct occurrence_id) > 1;

-- Q8: two runs of a job that may not overlap did; after a lost attempt the first one may be alive.
create view faults.overlap as
    select a.job_id, a.occurrence_id, b.occurrence_id as other
      from faults.execution a join faults.execution b
        on a.job_id = b.job_id and a.occurrence_id <> b.occurrence_id
       and (a.started_at, a.execution) < (b.started_at, b.execution) and a.over_at > b.started_at
     where a.policy < 2 and not a.lost;
