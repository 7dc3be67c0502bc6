-- What happens when a job does not stop although it was told to: wait until it has returned or its
-- worker is gone, or go on. Null: wait if the job has a gate.
alter table jobs add column on_abandoned text check (on_abandoned in ('wait', 'goOn'));

-- A running occurrence whose attempt has ended for everybody but the job itself: since when, as what
-- it ends once the job has returned, and whether another attempt follows then. The columns are empty
-- in all rows that are there, so nothing has to be read to find them right.
alter table occurrences
    add column abandoned_at timestamptz(3),
    add column abandoned_state smallint,
    add column abandoned_retries boolean,
    add constraint occurrences_abandoned_while_running
        check (abandoned_at is null or state = 1) not valid,
    add constraint occurrences_abandoned_as
        check (num_nulls(abandoned_at, abandoned_state, abandoned_retries) in (0, 3)) not valid;
