-- An authenticator app as second factor (RFC 6238), from the first request on; in force when confirmed.
create table second_factors (
    account_id   uuid        primary key references accounts on delete cascade,
    secret       bytea       not null, -- sealed if the node has a secret
    sealed       boolean     not null,
    last_step    bigint      not null, -- the code of a step is good once
    created_at   timestamptz not null,
    confirmed_at timestamptz
);

create table recovery_codes (
    account_id uuid        not null references second_factors on delete cascade,
    hash       bytea       not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);

create trigger people_revision after update of confirmed_at or delete on second_factors
    for each statement execute function raise_people_revision();

-- Where the link to a new password is sent.
alter table accounts add column email text check (length(email) between 3 and 254);
create unique index accounts_email on accounts (lower(email));

-- One link at a time for an account.
create table password_resets (
    account_id uuid        primary key references accounts on delete cascade,
    hash       bytea       not null unique,
    created_at timestamptz not null
);

-- Workers whose messages were not heard, for people.
create table refused_senders (
    id           bigint      generated always as identity primary key,
    worker_group text        not null, -- empty: none
    instance_id  text        not null,
    reason       text        not null,
    count        bigint      not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    unique (worker_group, instance_id, reason)
);
