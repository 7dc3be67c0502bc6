package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.time.advice.CronAdvice;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.calendar.CalendarTimetable;
import io.milvaion.scheduler.time.calendar.Workdays;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.rrule.Recurrence;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.timetable.EveryClock;
import io.milvaion.scheduler.time.timetable.TimeSpan;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * All that decides about the planned instants of a job, as it was given: {@link ScheduleRules} says
 * what is allowed. Of the first five kinds one at most is there; with none the job runs only when
 * it is triggered. Jobs with equal ones are planned for the same instants, unless it {@link
 * #dependsOnJob()}.
 *
 * @param cronExpression or null when it does not run by cron
 * @param cronDialect word of a {@link io.milvaion.scheduler.time.dialect.CronDialect}
 * @param every ISO-8601 duration of a fixed interval, or null
 * @param everyClock word of an {@link io.milvaion.scheduler.time.timetable.EveryClock}
 * @param delay ISO-8601 duration after the end of the run before, or null
 * @param rrule lines of RFC 5545, or null
 * @param executeAt whole milliseconds, or null when it does not run once
 * @param startsAt nothing is planned before, or null
 * @param endsAt nothing is planned after, or null
 * @param maxRuns the first so many planned instants from startsAt, or null for all
 * @param calendars names; an instant is open when all of them are open
 * @param onClosed word of an {@link io.milvaion.scheduler.time.timetable.OnClosed}
 * @param spreadSeconds within which each run is put off by as much, by a hash of the job; or null
 * @param jitterSeconds within which each run is put off, by a hash of job and instant; or null
 */
@Embeddable
public record JobSchedule(
        String cronExpression,
        String cronDialect,
        @Column(name = "every_interval") String every,
        String everyClock,
        @Column(name = "delay_after") String delay,
        String rrule,
        Instant executeAt,
        String timeZone,
        String dstGap,
        String dstOverlap,
        Instant startsAt,
        Instant endsAt,
        Integer maxRuns,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> calendars,
        String onClosed,
        Integer spreadSeconds,
        Integer jitterSeconds) {

    /** To read one from {@code jobs j}. */
    public static final String COLUMNS =
            "j.cron_expression, j.cron_dialect, j.every_interval, j.every_clock, j.delay_after,"
                    + " j.rrule, j.execute_at, j.time_zone, j.dst_gap, j.dst_overlap, j.starts_at,"
                    + " j.ends_at, j.max_runs, j.calendars, j.on_closed, j.spread_seconds,"
                    + " j.jitter_seconds";

    /** Whether a row of {@code jobs j} has a schedule that plans again and again. */
    public static final String REPEATS =
            "num_nonnulls(j.cron_expression, j.every_interval, j.delay_after, j.rrule) > 0";

    /**
     * Whether a run of {@code jobs j} follows the end of the one before, by {@code job_schedule s}.
     */
    public static final String FOLLOWS =
            "(j.delay_after is not null and (j.ends_at is null or j.ends_at >= now())"
                    + " and (j.max_runs is null or s.delayed_runs < j.max_runs))";

    public JobSchedule {
        cronDialect = cronDialect == null ? "milvaion" : cronDialect; // of an older version
        everyClock = everyClock == null ? "real" : everyClock;
        calendars = calendars == null ? List.of() : calendars;
        onClosed = onClosed == null ? "skip" : onClosed;
    }

    public static JobSchedule of(Row row) throws SQLException {
        return new JobSchedule(
                row.text("cron_expression"),
                row.text("cron_dialect"),
                row.text("every_interval"),
                row.text("every_clock"),
                row.text("delay_after"),
                row.text("rrule"),
                row.instant("execute_at"),
                row.text("time_zone"),
                row.text("dst_gap"),
                row.text("dst_overlap"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                row.integer("max_runs"),
                row.texts("calendars"),
                row.text("on_closed"),
                row.integer("spread_seconds"),
                row.integer("jitter_seconds"));
    }

    public ScheduleKind kind() {
        if (cronExpression != null) {
            return ScheduleKind.CRON;
        }
        if (every != null) {
            return ScheduleKind.EVERY;
        }
        if (delay != null) {
            return ScheduleKind.DELAY;
        }
        if (rrule != null) {
            return ScheduleKind.RRULE;
        }
        return executeAt == null ? ScheduleKind.NONE : ScheduleKind.ONCE;
    }

    /** Whether it plans again and again, if only until it ends. */
    public boolean repeats() {
        return kind() != ScheduleKind.ONCE && kind() != ScheduleKind.NONE;
    }

    /** By how much spread and jitter put a run off at most. */
    public Duration mostOffset() {
        return Duration.ofSeconds(
                (spreadSeconds == null ? 0L : spreadSeconds)
                        + (jitterSeconds == null ? 0L : jitterSeconds));
    }

    /** Whether each run is planned when the one before has ended. */
    public boolean followsEnd() {
        return kind() == ScheduleKind.DELAY;
    }

    /** A run of a delayed job that nothing else keeps back. */
    public Optional<Instant> firstDelayed(Instant at) {
        var first = startsAt == null || at.isAfter(startsAt) ? at : startsAt;
        return Optional.of(first).filter(run -> endsAt == null || !run.isAfter(endsAt));
    }

    /**
     * The run of a delayed job that follows another.
     *
     * @param ended when that ended
     * @param notBefore when the job was last changed
     */
    public Optional<Instant> delayedAfter(Instant ended, Instant notBefore) {
        var due = ended.plus(TimeSpan.parse(delay));
        return firstDelayed(due.isBefore(notBefore) ? notBefore : due);
    }

    /** Whether jobs that share it are planned for instants of their own. */
    public boolean dependsOnJob() {
        return spreadSeconds != null
                || jitterSeconds != null
                || CronDialect.parse(cronDialect)
                        .filter(
                                dialect ->
                                        cronExpression != null
                                                && dialect.dependsOnJob(cronExpression))
                        .isPresent();
    }

    /**
     * The planned instants: those of its kind, put off by its offsets.
     *
     * @param jobId null for a job that is not saved yet
     * @throws InvalidCron when the expression is wrong
     * @throws DateTimeException when this node does not know the zone, or a calendar
     * @throws NoSuchElementException when a word is none
     */
    public Timetable timetable(UUID jobId) {
        return timetable(jobId, CalendarBooks.present());
    }

    /** The same with calendars as they are there. */
    public Timetable timetable(UUID jobId, CalendarBook book) {
        return new PlannedTimes(this, jobId, book).all();
    }

    /** What calendars make of the planned instants, before spread and jitter; empty without any. */
    public Optional<CalendarTimetable> closed(UUID jobId, CalendarBook book) {
        return new PlannedTimes(this, jobId, book).closed();
    }

    /** The same without spread and jitter. */
    public JobSchedule withoutOffsets() {
        return new JobSchedule(
                cronExpression,
                cronDialect,
                every,
                everyClock,
                delay,
                rrule,
                executeAt,
                timeZone,
                dstGap,
                dstOverlap,
                startsAt,
                endsAt,
                maxRuns,
                calendars,
                onClosed,
                null,
                null);
    }

    /** By its expression, in its dialect. */
    public CronSchedule cron(UUID jobId) {
        return CronSchedule.parse(dialect(), anyDay(), jobId, Zones.named(timeZone), dstRules());
    }

    public CronDialect dialect() {
        return CronDialect.parse(cronDialect).orElseThrow();
    }

    /** Working days of its expression, which stand for days of the month. */
    Optional<Workdays> workdays() {
        return dialect() == CronDialect.MILVAION ? Workdays.in(cronExpression) : Optional.empty();
    }

    /** Its expression with any day in place of working days. */
    String anyDay() {
        return workdays().isEmpty() ? cronExpression : Workdays.anyDay(cronExpression);
    }

    /** Whether {@code every} is measured by the clock of the zone. */
    boolean isOfDays() {
        return everyClock.equals(Words.of(EveryClock.LOCAL));
    }

    /**
     * The same; empty if this node cannot read it, which it could when it was found right: a time
     * zone that its rules do not know, a row that somebody has written into.
     */
    public Optional<Timetable> readable(UUID jobId) {
        return readable(jobId, CalendarBooks.present());
    }

    /** The same with calendars as they are there. */
    public Optional<Timetable> readable(UUID jobId, CalendarBook book) {
        try {
            return Optional.of(timetable(jobId, book));
        } catch (InvalidCron | DateTimeException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /**
     * When it runs, in English; empty if it does not by itself, or this node cannot read it.
     *
     * @param jobId null for a job that is not saved yet
     */
    public Optional<String> text(UUID jobId) {
        try {
            return ScheduleSentence.of(this, jobId);
        } catch (InvalidCron | DateTimeException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** What it does when clocks change, in English; empty if it never plans again. */
    public Optional<String> clockChanges() {
        return ScheduleSentence.atClockChanges(this);
    }

    /** What people should know of its expression; empty without one. */
    public Optional<CronAdvice> advice(UUID jobId, Instant from) {
        return cronExpression == null
                ? Optional.empty()
                : Optional.of(
                        CronAdvice.of(dialect(), anyDay(), jobId, planZone(), dstRules(), from));
    }

    /** The zone in which it is meant: that of a recurrence may be another than the job's. */
    public PlanZone planZone() {
        return rrule == null ? Zones.named(timeZone) : recurrence().zone();
    }

    Recurrence recurrence() {
        return Recurrence.parse(rrule, Zones.named(timeZone), dstRules(), startsAt);
    }

    public DstRules dstRules() {
        return new DstRules(
                DstGap.parse(dstGap).orElseThrow(), DstOverlap.parse(dstOverlap).orElseThrow());
    }
}
