-- Runs of a rare type are not looked for among all. The type never changes, so updates of its rows
-- stay within their page.
create index occurrences_of_type on occurrences (job_type, id desc);
