-- Calendars that jobs name. What an iCalendar file says is kept beside the definition, until a newer one was read.
create table calendars (
    name              text primary key check (name ~ '^[a-z0-9-]{1,80}$'),
    definition        jsonb       not null,
    version           integer     not null default 1,
    ical              text,
    ical_read_at      timestamptz,
    ical_due_at       timestamptz not null default now(),
    ical_failed_since timestamptz,
    ical_failure      text,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

-- Another one with each change of any calendar, so that nodes know when to read them again.
create table calendar_revision (
    revision uuid not null default gen_random_uuid()
);
insert into calendar_revision default values;

-- Jobs that are to be planned anew, and why; the leader does it.
create table replannings (
    job_id uuid primary key references jobs,
    reason text not null
);

create index jobs_calendars on jobs using gin (calendars) where calendars <> '{}';
