-- Answers to requests with an idempotency key, of every kind now and not of triggers only; kept for a day.
-- The keys of triggers before are forgotten: they have other scopes, and no answers.
drop table idempotency_keys;
create table request_keys (
    scope        bytea primary key,
    request_hash bytea not null,
    thing_id     uuid not null,
    created_at   timestamptz not null default now(),
    holder       uuid,
    held_until   timestamptz,
    status       smallint,
    media_type   text,
    location     text,
    etag         text,
    body         bytea,
    check ((holder is null) = (held_until is null)),
    check ((holder is null) = (status is not null))
);
create index request_keys_age on request_keys (created_at);
