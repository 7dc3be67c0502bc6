package io.milvaion.scheduler.job.definition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * All that people decide about a job. Values as they were given: {@link JobRules} says whether they
 * are allowed, and only a definition that it has passed is stored, as a {@link Draft}.
 *
 * @param workerGroup the group that runs it, or null for any
 * @param jobData the text of a JSON object; null in lists, which leave it out
 * @param schedule when it runs; in JSON its members stand among the others
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
        @Embedded @JsonUnwrapped JobSchedule schedule,
        boolean active,
        @Column(name = "concurrency_policy") @JdbcTypeCode(SqlTypes.SMALLINT)
                int concurrentExecutionPolicy,
        Integer maxConcurrent,
        Integer timeoutSeconds,
        Integer maxRetries,
        Integer retryBaseSeconds,
        String misfirePolicy,
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
                schedule,
                newActive,
                concurrentExecutionPolicy,
                maxConcurrent,
                timeoutSeconds,
                maxRetries,
                retryBaseSeconds,
                misfirePolicy,
                onWorkerLost,
                onAbandoned,
                autoDisableAfter,
                autoDisableWindowSeconds,
                autoEnableAfterSeconds,
                secretFields);
    }

    public boolean overlapsLike(JobDefinition other) {
        return concurrentExecutionPolicy == other.concurrentExecutionPolicy
                && Objects.equals(maxConcurrent, other.maxConcurrent);
    }

    public boolean plansLike(JobDefinition other) {
        return active == other.active && schedule.equals(other.schedule);
    }

    /**
     * The run that is planned first when the definition takes effect.
     *
     * @param jobId its own
     * @param lastPlanned the latest instant that became an occurrence, or null
     */
    public Optional<Instant> firstRun(UUID jobId, Instant now, Instant lastPlanned) {
        return active ? firstRunOnceActive(jobId, now, lastPlanned) : Optional.empty();
    }

    /**
     * The same for when the job is active, whether it is or not. A delayed one that has run is
     * planned by {@code DelayedRuns} instead, because its last run may go on.
     */
    public Optional<Instant> firstRunOnceActive(UUID jobId, Instant now, Instant lastPlanned) {
        if (schedule.executeAt() != null) {
            return Optional.of(schedule.executeAt())
                    .filter(at -> !at.isBefore(now.minus(PAST_TOLERANCE)))
                    .filter(at -> !at.equals(lastPlanned));
        }
        if (schedule.followsEnd()) {
            return lastPlanned == null ? schedule.firstDelayed(now) : Optional.empty();
        }
        var begin = lastPlanned != null && lastPlanned.isAfter(now) ? lastPlanned : now;
        return schedule.readable(jobId).flatMap(timetable -> timetable.nextAfter(begin));
    }
}
