-- Failed occurrences with their cause, their group of similar errors and what was done about them.
alter table failed_occurrences
    add column job_type    text,
    add column cause       text,
    add column error_type  text,
    add column group_id    text,
    add column attempts    integer not null default 1,
    add column resolved_at timestamptz(3),
    add column resolved_by text,
    add column note        text,
    add column retried_as  uuid;

update failed_occurrences f
   set job_type = j.job_type,
       cause = case f.state when 4 then 'cancelled'
                            when 5 then 'timed-out'
                            when 6 then 'unknown'
                            else case f.error_group when 'worker lost' then 'worker-lost'
                                                    else 'exhausted' end end,
       group_id = left(encode(sha256(convert_to(f.error_group, 'UTF8')), 'hex'), 16)
  from jobs j
 where j.id = f.job_id;

update failed_occurrences f
   set attempts = o.attempt
  from occurrences o
 where o.id = f.occurrence_id and o.attempt > 1;

alter table failed_occurrences
    alter column job_type set not null,
    alter column cause set not null,
    alter column group_id set not null;

-- One for each filter: all lists go from new to old by the time in the id.
create index failed_occurrences_of_group on failed_occurrences (group_id, occurrence_id desc);
create index failed_occurrences_of_cause on failed_occurrences (cause, occurrence_id desc);
create index failed_occurrences_of_state on failed_occurrences (state, occurrence_id desc);
create index failed_occurrences_of_type on failed_occurrences (job_type, occurrence_id desc);
create index failed_occurrences_open on failed_occurrences (occurrence_id desc)
 where resolved_at is null;
create index failed_occurrences_resolved on failed_occurrences (occurrence_id desc)
 where resolved_at is not null;

-- Groups of similar errors, rolled up: no request counts failed occurrences.
create table failure_groups (
    id            text primary key,
    error_group   text not null,
    count         bigint not null,
    unresolved    bigint not null,
    first_seen_at timestamptz(3) not null,
    last_seen_at  timestamptz(3) not null
) with (fillfactor = 70);
create index failure_groups_latest on failure_groups (last_seen_at desc, id desc);

insert into failure_groups (id, error_group, count, unresolved, first_seen_at, last_seen_at)
select group_id, min(error_group), count(*), count(*), min(ended_at), max(ended_at)
  from failed_occurrences
 group by group_id;

-- Triggers keep the counts, whoever writes: once for a statement, in the order of the groups.
create function count_added_failures() returns trigger language plpgsql as $$
begin
    insert into failure_groups as g
           (id, error_group, count, unresolved, first_seen_at, last_seen_at)
    select a.group_id, min(a.error_group), count(*),
           count(*) filter (where a.resolved_at is null), min(a.ended_at), max(a.ended_at)
      from added a
     group by a.group_id
     order by a.group_id
        on conflict (id) do update
       set count = g.count + excluded.count,
           unresolved = g.unresolved + excluded.unresolved,
           first_seen_at = least(g.first_seen_at, excluded.first_seen_at),
           last_seen_at = greatest(g.last_seen_at, excluded.last_seen_at);
    return null;
end $$;

create function count_changed_failures() returns trigger language plpgsql as $$
begin
    insert into failure_groups as g
           (id, error_group, count, unresolved, first_seen_at, last_seen_at)
    select d.group_id, min(d.error_group), sum(d.one), sum(d.unresolved), min(d.ended_at),
           max(d.ended_at)
      from (select group_id, error_group, ended_at, 1 as one,
                   (resolved_at is null)::int as unresolved
              from changed
            union all
            select group_id, error_group, ended_at, -1, -(resolved_at is null)::int
              from replaced) d
     group by d.group_id
    having sum(d.one) <> 0 or sum(d.unresolved) <> 0
     order by d.group_id
        on conflict (id) do update
       set count = g.count + excluded.count,
           unresolved = g.unresolved + excluded.unresolved,
           first_seen_at = least(g.first_seen_at, excluded.first_seen_at),
           last_seen_at = greatest(g.last_seen_at, excluded.last_seen_at);
    return null;
end $$;

create function count_removed_failures() returns trigger language plpgsql as $$
begin
    insert into failure_groups as g
           (id, error_group, count, unresolved, first_seen_at, last_seen_at)
    select r.group_id, min(r.error_group), -count(*),
           -(count(*) filter (where r.resolved_at is null)), min(r.ended_at), max(r.ended_at)
      from removed r
     group by r.group_id
     order by r.group_id
        on conflict (id) do update
       set count = g.count + excluded.count,
           unresolved = g.unresolved + excluded.unresolved;
    return null;
end $$;

create trigger failures_added after insert on failed_occurrences
    referencing new table as added
    for each statement execute function count_added_failures();
create trigger failures_changed after update on failed_occurrences
    referencing old table as replaced new table as changed
    for each statement execute function count_changed_failures();
create trigger failures_removed after delete on failed_occurrences
    referencing old table as removed
    for each statement execute function count_removed_failures();

-- The run that this one repeats.
alter table occurrences add column retry_of uuid;

-- Messages that nobody could handle. The body is bytes: anything can be stored.
create table dead_letters (
    id            uuid primary key,
    identity      bytea not null unique,
    at            timestamptz(3) not null default now(),
    queue         text,
    routing_key   text,
    reason        text not null,
    headers       text not null,
    body          bytea not null,
    body_bytes    integer not null,
    occurrence_id uuid
);
create index dead_letters_of_queue on dead_letters (queue, id desc);

-- Failed occurrences that are run again, and how far each replay has come.
create table replays (
    id              uuid primary key,
    state           text not null check (state in ('running', 'paused', 'cancelled', 'done')),
    rate_per_second integer not null check (rate_per_second between 1 and 1000),
    data            text,
    patch           text,
    filter          text,
    note            text,
    created_by      text not null,
    created_at      timestamptz(3) not null default now(),
    ended_at        timestamptz(3),
    total           bigint not null default 0,
    done            bigint not null default 0,
    refused         bigint not null default 0,
    check (done + refused <= total)
) with (fillfactor = 50);
create index replays_running on replays (id) where state = 'running';

create table replay_items (
    replay_id     uuid not null,
    occurrence_id uuid not null,
    job_id        uuid not null,
    state         smallint not null default 0 check (state between 0 and 2),
    retried_as    uuid,
    reason        text,
    primary key (replay_id, occurrence_id)
);
create index replay_items_waiting on replay_items (replay_id, job_id, occurrence_id)
 where state = 0;
