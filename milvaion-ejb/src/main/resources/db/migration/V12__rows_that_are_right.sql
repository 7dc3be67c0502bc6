-- Reads all rows once, and holds up nobody.
alter table occurrences
    validate constraint occurrences_end_if_final,
    validate constraint occurrences_backoff_has_time,
    validate constraint occurrences_attempt_from_one;
