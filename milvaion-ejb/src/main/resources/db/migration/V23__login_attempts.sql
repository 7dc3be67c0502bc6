-- Logins that have not succeeded, by hashes of the name, of the address, and of both together.
create table login_attempts (
    subject       bytea       primary key,
    attempts      integer     not null,
    blocked_until timestamptz,
    last_at       timestamptz not null
);
create index login_attempts_last on login_attempts (last_at);
