-- A role or a key can be limited to jobs with one of these tags and of one of these worker groups;
-- null: to none. Triggers beside those of V22, so that such a change ends rights within a second.
alter table roles
    add column limit_tags          text[] check (limit_tags <> '{}'),
    add column limit_worker_groups text[] check (limit_worker_groups <> '{}'),
    add check (not built_in or (limit_tags is null and limit_worker_groups is null));
create trigger people_revision_of_limits after update of limit_tags, limit_worker_groups on roles
    for each statement execute function raise_people_revision();

alter table api_keys
    add column limit_tags          text[] check (limit_tags <> '{}'),
    add column limit_worker_groups text[] check (limit_worker_groups <> '{}');
create trigger people_revision_of_limits after update of limit_tags, limit_worker_groups on api_keys
    for each statement execute function raise_people_revision();

-- Limits reach the history of deleted jobs, too.
drop index jobs_tags;
create index jobs_tags on jobs using gin (tags);
create index jobs_worker_group on jobs (worker_group) where worker_group is not null;

-- JSON pointers of fields in job_data that are shown to few.
alter table jobs add column secret_fields text[] not null default '{}';
