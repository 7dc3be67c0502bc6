package io.milvaion.scheduler.job.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A job whose runs move with a change of a calendar.
 *
 * @param before its next runs as they are
 * @param after as they will be
 * @param moved what keeps runs of that time from theirs then
 */
public record MovedJob(
        UUID id,
        String displayName,
        List<Instant> before,
        List<Instant> after,
        List<ShiftedRun> moved) {}
