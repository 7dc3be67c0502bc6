-- Whether a replay asks for the present definition of each job instead of the version that the failed
-- run named. Replays that are there already do.
alter table replays add column present_definition boolean not null default true;
alter table replays alter column present_definition set default false;
