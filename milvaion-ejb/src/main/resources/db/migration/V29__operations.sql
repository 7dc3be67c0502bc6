-- What is done to many at once: replays were the first kind of it.
alter table replays rename to operations;
alter table replay_items rename to operation_items;

alter table operations rename column note to reason;
alter table operations rename column refused to failed;
alter table operations drop constraint replays_state_check;
update operations set state = 'completed' where state = 'done';
alter table operations
    alter column rate_per_second drop not null,
    add column target text not null default 'failedOccurrences',
    add column action text not null default 'replay',
    add column tags text[],
    add column started_at timestamptz(3),
    add column ended_because text,
    -- whose rights it is done with: of an account and, if one was shown, of a key
    add column account_id uuid,
    add column key_id uuid,
    add column permission text,
    add constraint operations_state check (
        state in ('pending', 'running', 'paused', 'completed', 'cancelled', 'failed'));
update operations set started_at = created_at;
-- A filter was the text of a record of Java; now it is JSON, as it was asked for.
update operations set filter = null;
alter table operations
    alter column target drop default,
    alter column action drop default;
drop index replays_running;
create index operations_open on operations (id) where state in ('pending', 'running');

alter table operation_items rename column replay_id to operation_id;
alter table operation_items rename column occurrence_id to item_id;
alter table operation_items alter column job_id drop not null;
alter index replay_items_waiting rename to operation_items_waiting;
create index operation_items_failed on operation_items (operation_id, item_id) where state = 2;

-- Criteria of a list that somebody wants to have again, for themselves or for everybody.
create table saved_filters (
    id         uuid primary key,
    account_id uuid not null references accounts (id) on delete cascade,
    list       text not null check (
        list in ('jobs', 'occurrences', 'failedOccurrences', 'deadLetters')),
    name       text not null,
    criteria   text not null,
    shared     boolean not null,
    version    integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
);
create unique index saved_filters_name on saved_filters (account_id, list, lower(name));
create index saved_filters_shared on saved_filters (id) where shared;
