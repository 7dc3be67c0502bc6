-- Who did what. A write adds its entry in its own transaction to audit_unsealed, which has no index and no order;
-- within a second some node moves it, with a number and a hash over the entry before it, to audit_entries.

create table audit_unsealed (
    id              uuid        not null,
    at              timestamptz not null,
    actor           text        not null,
    account_id      uuid,
    credential      text, -- session or key
    credential_id   uuid,
    credential_name text,
    address         text,
    request_id      uuid,
    action          text        not null,
    object_type     text,
    object_id       text,
    object_name     text,
    before          text, -- JSON of what has changed, as it was hashed
    after           text,
    outcome         text        not null check (outcome in ('done', 'refused', 'failed')),
    status          integer,
    detail          text,
    count           integer     not null,
    node            text        not null,
    digest          bytea       not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

create table audit_entries (
    like audit_unsealed including defaults including constraints,
    number bigint primary key,
    hash   bytea  not null
);
create unique index audit_entries_id on audit_entries (id);
create index audit_entries_at on audit_entries (at);
create index audit_entries_actor on audit_entries (lower(actor), number);
create index audit_entries_object on audit_entries (object_id, number) where object_id is not null;
create index audit_entries_action on audit_entries (action, number);

-- Where the chain begins that is kept (the last entry that was dropped for its age), and where it ends.
create table audit_marks (
    name   text        primary key check (name in ('begin', 'head')),
    number bigint      not null,
    hash   bytea       not null,
    mac    bytea       not null, -- empty before the first
    at     timestamptz not null default now()
);
insert into audit_marks (name, number, hash, mac) values ('begin', 0, '', ''), ('head', 0, '', '');

-- The name of whoever triggered a run, and of the key if it was one; null: by schedule.
alter table occurrences add column triggered_by text, add column triggered_by_key text;
