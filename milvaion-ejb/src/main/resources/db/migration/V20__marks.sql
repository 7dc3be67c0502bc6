-- How far the leader has counted here and in Redis: the one of the two that is behind was set back.
create table leader_marks (
    only_row boolean primary key default true check (only_row),
    term     bigint not null default 0,
    number   bigint not null default 0,
    at       timestamptz(3) not null default now()
);
insert into leader_marks default values;
