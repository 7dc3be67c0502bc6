-- What a node measures of itself, told with its heartbeat.
alter table nodes add column figures jsonb;
alter table nodes add column figures_at timestamptz(3);

-- The last terms: which node led, and why it stopped.
create table leader_history (
    term     bigint primary key,
    node     text not null,
    began_at timestamptz(3) not null,
    ended_at timestamptz(3),
    reason   text,
    check (reason is null or ended_at is not null)
);
insert into leader_history (term, node, began_at)
select term, node, since from leader_terms where node is not null and since is not null;
