-- What no writer stores is refused. From now on for every row that is written; rows that are there
-- are put right next and looked at last, each in a transaction of its own, so that the lock which
-- stops all readers and writers is not held while rows are read.
alter table occurrences
    add constraint occurrences_end_if_final
        check ((state > 1) = (ended_at is not null)) not valid,
    add constraint occurrences_backoff_has_time
        check (stage <> 2 or available_at is not null) not valid,
    add constraint occurrences_attempt_from_one
        check (attempt >= 1) not valid,
    drop constraint occurrences_check1; -- no end while queued, which the first one says too
