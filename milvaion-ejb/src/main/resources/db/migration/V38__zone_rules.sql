-- By which rules of time zones a node plans, which zones it knows, and whether it would lead. Null
-- and false: it is of an older version, and does not tell.
alter table nodes add column zone_rules text;
alter table nodes add column zone_source text;
alter table nodes add column zones text[];
alter table nodes add column stands boolean not null default false;

-- By which rules the jobs of a zone were planned last: each instant in seconds since 1970 at which
-- its offset from UTC changes, and the seconds that it is from then on.
create table zone_rules (
    zone       text primary key,
    version    text not null,
    changes    text not null,
    planned_at timestamptz(3) not null
);

-- What people read beside a version that nobody has edited.
alter table job_versions add column detail text;
