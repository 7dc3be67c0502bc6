-- People whom another system recognises: an account without a password here, bound to who they are there.
alter table accounts alter column password drop not null;

create table account_identities (
    issuer     text        not null,
    subject    text        not null, -- for all time, unlike names
    account_id uuid        not null unique references accounts on delete cascade,
    created_at timestamptz not null default now(),
    primary key (issuer, subject)
);

-- What a provider wants to see when such a session ends there as well; always sealed.
create table provider_sessions (
    session_id uuid  primary key references sessions on delete cascade,
    id_token   bytea not null
);
