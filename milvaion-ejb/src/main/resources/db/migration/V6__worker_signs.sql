-- What a worker instance says about itself in its heartbeats.
alter table workers add column abandoned_jobs integer not null default 0;
alter table workers add column refusing text;
