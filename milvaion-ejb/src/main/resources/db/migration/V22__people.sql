-- Who may do what. Names of people and roles are unique whatever their case.

-- What roles of the product permit is said by the product: their rows have no permissions of their own.
create table roles (
    name        text        primary key check (name ~ '^[A-Za-z][A-Za-z0-9 ._-]{0,49}$'),
    built_in    boolean     not null,
    permissions text[]      not null,
    created_at  timestamptz not null default now(),
    check (not built_in or permissions = '{}')
);
create unique index roles_name on roles (lower(name));
insert into roles (name, built_in, permissions)
values ('Admin', true, '{}'), ('Operator', true, '{}'), ('Developer', true, '{}'), ('Viewer', true, '{}');

create table accounts (
    id                   uuid        primary key,
    name                 text        not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9@._-]{0,99}$'),
    password             text        not null, -- a hash with its parameters
    must_change_password boolean     not null,
    enabled              boolean     not null default true,
    created_at           timestamptz not null default now(),
    created_by           text        not null,
    last_login_at        timestamptz
);
create unique index accounts_name on accounts (lower(name));

create table account_roles (
    account_id uuid not null references accounts on delete cascade,
    role       text not null references roles on update cascade,
    primary key (account_id, role)
);
create index account_roles_role on account_roles (role);

-- A login until its end; its refresh tokens are one family.
create table sessions (
    id           uuid        primary key,
    account_id   uuid        not null references accounts on delete cascade,
    address      text        not null,
    agent        text        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    end_reason   text
);
create index sessions_account on sessions (account_id, id);

create table refresh_tokens (
    hash       bytea       primary key,
    session_id uuid        not null references sessions on delete cascade,
    created_at timestamptz not null,
    used_at    timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);

create table api_keys (
    id                uuid        primary key,
    account_id        uuid        not null references accounts on delete cascade,
    name              text        not null check (length(name) between 1 and 100),
    prefix            text        not null,
    hash              bytea       not null unique,
    permissions       text[], -- null: all that the account has
    created_at        timestamptz not null,
    created_by        text        not null,
    expires_at        timestamptz,
    revoked_at        timestamptz,
    last_used_at      timestamptz,
    last_used_address text
);
create index api_keys_account on api_keys (account_id, id);

create table signing_keys (
    id         text        primary key,
    jwk        bytea       not null, -- sealed if the node has a secret
    sealed     boolean     not null,
    created_at timestamptz not null
);

-- Raised by whatever takes a right away: nodes that see another number forget what they know of callers.
create table people_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint  not null
);
insert into people_revision (revision) values (1);

create function raise_people_revision() returns trigger language plpgsql as $$
begin
    update people_revision set revision = revision + 1;
    return null;
end $$;

create trigger people_revision after update of permissions or delete on roles
    for each statement execute function raise_people_revision();
create trigger people_revision after update of name, password, must_change_password, enabled or delete on accounts
    for each statement execute function raise_people_revision();
create trigger people_revision after insert or update or delete on account_roles
    for each statement execute function raise_people_revision();
create trigger people_revision after update of ended_at on sessions
    for each statement execute function raise_people_revision();
create trigger people_revision after update of permissions, expires_at, revoked_at or delete on api_keys
    for each statement execute function raise_people_revision();
