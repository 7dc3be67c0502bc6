package io.milvaion.scheduler.time.timetable;

import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The planned instants of a job: those of a cron expression, a single one, or none when it runs by
 * triggers only. They are whole milliseconds. Immutable and safe to share.
 */
public final class Timetable {

    private final CronSchedule cron; // null: not by cron
    private final Instant executeAt; // null: not once

    private Timetable(CronSchedule cron, Instant executeAt) {
        this.cron = cron;
        this.executeAt = executeAt;
    }

    /**
     * The timetable of a job's definition.
     *
     * @param cronExpression null if the job does not run by cron
     * @param executeAt null if the job does not run once; a part finer than a millisecond is cut
     * @throws InvalidCron when the expression is wrong
     * @throws IllegalArgumentException when both are given
     */
    public static Timetable of(
            String cronExpression, Instant executeAt, ZoneId timeZone, DstRules rules) {
        if (cronExpression != null && executeAt != null) {
            throw new IllegalArgumentException("A job runs by cron or once, not both.");
        }
        if (cronExpression != null) {
            return of(CronSchedule.parse(cronExpression, timeZone, rules));
        }
        return once(executeAt);
    }

    public static Timetable of(CronSchedule cron) {
        return new Timetable(cron, null);
    }

    /** A single instant, or none if that is null. */
    public static Timetable once(Instant executeAt) {
        return new Timetable(
                null, executeAt == null ? null : executeAt.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The first planned instant at or after the given one; empty when nothing is planned. */
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return cron != null
                ? cron.nextAtOrAfter(from)
                : Optional.ofNullable(executeAt).filter(instant -> !instant.isBefore(from));
    }

    /**
     * Whether an instant is planned, or was before an expression meant the same however it is
     * spelt.
     */
    public boolean standsAt(Instant planned) {
        return cron != null ? cron.standsAt(planned) : planned.equals(executeAt);
    }

    /** The planned instant that follows the given one; empty when nothing more is planned. */
    public Optional<Instant> nextAfter(Instant planned) {
        return cron != null
                ? cron.nextAfter(planned)
                : Optional.ofNullable(executeAt).filter(instant -> instant.isAfter(planned));
    }

    /**
     * How many planned instants each whole minute has that has any, where that is certain and more
     * than one; else 1.
     */
    public int runsInAMinute() {
        return cron == null ? 1 : cron.runsInAMinute();
    }
}
