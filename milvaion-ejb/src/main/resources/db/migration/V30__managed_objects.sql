-- Objects that documents declare, of each kind by a name of theirs. One that was deleted by hand leaves its row
-- until somebody declares it again. Objects without a row are never pruned. A label is key=value.
create table managed_objects (
    kind      text   not null,
    name      text   not null check (length(name) between 1 and 100),
    object_id text   not null,
    labels    text[] not null default '{}'
);
create unique index managed_objects_name on managed_objects (kind, lower(name));
create unique index managed_objects_object on managed_objects (kind, object_id);
create index managed_objects_labels on managed_objects using gin (labels);
