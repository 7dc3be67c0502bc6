-- Lists of jobs in an order that they may be asked for; runs do not change these rows.
create index jobs_by_name on jobs (display_name, id) where deleted_at is null;
create index jobs_by_update on jobs (updated_at desc, id) where deleted_at is null;

-- Triggered runs are few, and must not be looked for among all. The column never changes, so updates
-- of its rows stay within their page.
create index occurrences_manual on occurrences (id desc) where manual;
