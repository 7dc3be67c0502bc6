-- Emergency stops of dispatching, and who ended them. While one is open, nothing is dispatched.
create table dispatch_stops (
    id            uuid primary key,
    reason        text not null,
    stopped_by    text not null,
    stopped_at    timestamptz(3) not null,
    resume_reason text,
    resumed_by    text,
    resumed_at    timestamptz(3)
);
create unique index dispatch_stops_open on dispatch_stops ((true)) where resumed_at is null;
