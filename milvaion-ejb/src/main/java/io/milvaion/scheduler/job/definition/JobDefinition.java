package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.time.cron.CronSentence;
import io.milvaion.scheduler.time.cron.CronSyntax;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * All that people decide about a job. Values as they were given: {@link JobRules} says whether they
 * are allowed, and only a definition that it has passed is stored, as a {@link Draft}.
 *
 * @param workerGroup the group that runs it, or null for any
 * @param jobData the text of a JSON object; null in lists, which leave it out
 * @param cronExpression or null when it does not run by cron
 * @param executeAt whole milliseconds, or null when it does not run once; with neither it runs only
 *     when it is triggered
 * @param concurrentExecutionPolicy code of {@link OverlapPolicy}
 * @param maxConcurrent open runs at once with policy Parallel, or null for any number
 * @param timeoutSeconds of one attempt, or null for the consumer's own
 * @param maxRetries or null for the consumer's own
 * @param retryBaseSeconds wait before the first retry, or null for the consumer's own
 * @param onAbandoned whether an attempt whose job goes on after it was told to stop is waited for;
 *     null = if the job has a gate
 * @param autoDisableAfter so many consecutive failures deactivate it; 0 = never, null = the setting
 * @param autoDisableWindowSeconds in which those failures have to end, or null for the setting
 * @param autoEnableAfterSeconds after which it is enabled again, or null: not by itself
 * @param secretFields JSON pointers of values in its data that are shown to few
 */
@Embeddable
public record JobDefinition(
        String displayName,
        String description,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> tags,
        String workerGroup,
        String jobType,
        String jobData,
        String cronExpression,
        String timeZone,
        Instant executeAt,
        boolean active,
        @Column(name = "concurrency_policy") @JdbcTypeCode(SqlTypes.SMALLINT)
                int concurrentExecutionPolicy,
        Integer maxConcurrent,
        Integer timeoutSeconds,
        Integer maxRetries,
        Integer retryBaseSeconds,
        String misfirePolicy,
        String dstGap,
        String dstOverlap,
        String onWorkerLost,
        String onAbandoned,
        Integer autoDisableAfter,
        Integer autoDisableWindowSeconds,
        Integer autoEnableAfterSeconds,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> secretFields) {

    /** How late an {@code executeAt} may be when it is given. */
    public static final Duration PAST_TOLERANCE = Duration.ofSeconds(2);

    public JobDefinition {
        secretFields = secretFields == null ? List.of() : secretFields; // of an older version
    }

    public JobDefinition withActive(boolean wanted) {
        return with(tags, wanted, jobData);
    }

    public JobDefinition withData(String data) {
        return with(tags, active, data);
    }

    public JobDefinition withTags(List<String> wanted) {
        return with(wanted, active, jobData);
    }

    private JobDefinition with(List<String> newTags, boolean newActive, String newData) {
        return new JobDefinition(
                displayName,
                description,
                newTags,
                workerGroup,
                jobType,
                newData,
                cronExpression,
                timeZone,
                executeAt,
                newActive,
                concurrentExecutionPolicy,
                maxConcurrent,
                timeoutSeconds,
                maxRetries,
                retryBaseSeconds,
                misfirePolicy,
                dstGap,
                dstOverlap,
                onWorkerLost,
                onAbandoned,
                autoDisableAfter,
                autoDisableWindowSeconds,
                autoEnableAfterSeconds,
                secretFields);
    }

    public ScheduleKind schedule() {
        if (cronExpression != null) {
            return ScheduleKind.CRON;
        }
        return executeAt == null ? ScheduleKind.NONE : ScheduleKind.ONCE;
    }

    public boolean overlapsLike(JobDefinition other) {
        return concurrentExecutionPolicy == other.concurrentExecutionPolicy
                && Objects.equals(maxConcurrent, other.maxConcurrent);
    }

    public boolean plansLike(JobDefinition other) {
        return active == other.active
                && Objects.equals(cronExpression, other.cronExpression)
                && Objects.equals(executeAt, other.executeAt)
                && timeZone.equals(other.timeZone)
                && dstGap.equals(other.dstGap)
                && dstOverlap.equals(other.dstOverlap);
    }

    /**
     * When it runs while it is active; empty if this node cannot read that, which it could when the
     * definition was found right: a time zone that its rules do not know, a row that somebody has
     * written into.
     */
    public Optional<Timetable> timetable() {
        try {
            return Optional.of(
                    Timetable.of(cronExpression, executeAt, ZoneId.of(timeZone), dstRules()));
        } catch (InvalidCron | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What the expression means, in English; empty without one, or if this node cannot read it. */
    public Optional<String> scheduleText() {
        try {
            return Optional.ofNullable(cronExpression).map(CronSyntax::parse).map(CronSentence::of);
        } catch (InvalidCron e) {
            return Optional.empty();
        }
    }

    DstRules dstRules() {
        return new DstRules(
                DstGap.parse(dstGap).orElseThrow(), DstOverlap.parse(dstOverlap).orElseThrow());
    }

    /**
     * The run that is planned first when the definition takes effect.
     *
     * @param lastPlanned the latest instant that became an occurrence, or null
     */
    public Optional<Instant> firstRun(Instant now, Instant lastPlanned) {
        return active ? firstRunOnceActive(now, lastPlanned) : Optional.empty();
    }

    /** The same for when the job is active, whether it is or not. */
    public Optional<Instant> firstRunOnceActive(Instant now, Instant lastPlanned) {
        if (executeAt != null) {
            return Optional.of(executeAt)
                    .filter(at -> !at.isBefore(now.minus(PAST_TOLERANCE)))
                    .filter(at -> !at.equals(lastPlanned));
        }
        var begin = lastPlanned != null && lastPlanned.isAfter(now) ? lastPlanned : now;
        return timetable().flatMap(timetable -> timetable.nextAfter(begin));
    }
}
