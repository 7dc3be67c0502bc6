package io.milvaion.web.job.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.catalog.PlannedJob;
import io.milvaion.scheduler.job.definition.ScheduleKind;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.timetable.EveryClock;
import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.web.ground.json.ApiJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job in JSON. */
@Schema(name = "Job")
public record JobView(
        @Schema(readOnly = true) UUID id,
        @Schema(required = true, minLength = 1, maxLength = 200) String displayName,
        @Schema(maxLength = 4_000) @Nullable String description,
        @Schema(maxItems = 50) List<String> tags,
        @Schema(
                        description = "the group of workers that runs it; null = any",
                        pattern = "[a-z0-9][a-z0-9_-]{0,79}")
                @Nullable String workerGroup,
        @Schema(required = true, pattern = "[a-z0-9][a-z0-9_-]{0,79}") String jobType,
        @Schema(
                        description = "a JSON object of at most 1 MiB; lists leave it out",
                        implementation = Object.class)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                RawValue jobData,
        @Schema(
                        description =
                                "of which kind it is, as the one field says that holds it:"
                                        + " cronExpression, every, delay, rrule or executeAt; a job"
                                        + " with none of them runs only when it is triggered and"
                                        + " must say none")
                ScheduleKind schedule,
        @Schema(description = "as cronDialect has it") @Nullable String cronExpression,
        @Schema(description = "how cronExpression is read", defaultValue = "milvaion")
                CronDialect cronDialect,
        @Schema(description = "ISO-8601 duration of a fixed interval, PT1S or more")
                @Nullable String every,
        @Schema(
                        description = "whether a day of it is 24 hours or a day of the time zone",
                        defaultValue = "real")
                EveryClock everyClock,
        @Schema(description = "ISO-8601 duration after the end of the run before")
                @Nullable String delay,
        @Schema(description = "lines of RFC 5545: DTSTART, RRULE, RDATE, EXDATE")
                @Nullable String rrule,
        @Schema(readOnly = true, description = "what its schedule means, in English")
                @Nullable String scheduleText,
        @Schema(defaultValue = "UTC") String timeZone,
        @Nullable Instant executeAt,
        @Schema(description = "nothing is planned before") @Nullable Instant startsAt,
        @Schema(description = "nothing is planned after") @Nullable Instant endsAt,
        @Schema(description = "only the first so many planned instants from startsAt")
                @Nullable Integer maxRuns,
        @Schema(description = "names of calendars, which all must be open") List<String> calendars,
        @Schema(
                        description = "what becomes of a run on a day that they close",
                        defaultValue = "skip")
                OnClosed onClosed,
        @Schema(
                        description =
                                "each run is put off by the same time within this, which follows"
                                        + " from the job's id",
                        minimum = "1",
                        maximum = "86400")
                @Nullable Integer spreadSeconds,
        @Schema(
                        description =
                                "each run is put off by a time of its own within this, which must"
                                        + " be less than what lies between two runs",
                        minimum = "1",
                        maximum = "3600")
                @Nullable Integer jitterSeconds,
        @Schema(defaultValue = "true") boolean active,
        @Schema(
                        description = "0, 1 and 2 may stand for them when it is written",
                        defaultValue = "skip")
                OverlapPolicy concurrentExecutionPolicy,
        @Schema(minimum = "1", description = "only with Parallel; null = no limit")
                @Nullable Integer maxConcurrent,
        @Schema(minimum = "1", maximum = "604800") @Nullable Integer timeoutSeconds,
        @Schema(minimum = "0", maximum = "100") @Nullable Integer maxRetries,
        @Schema(minimum = "1", maximum = "86400") @Nullable Integer retryBaseSeconds,
        @Schema(
                        enumeration = {"once", "all", "skip"},
                        defaultValue = "once")
                String misfirePolicy,
        @Schema(
                        enumeration = {"shift", "skip"},
                        defaultValue = "shift")
                String dstGap,
        @Schema(
                        enumeration = {"first", "second", "both"},
                        defaultValue = "first")
                String dstOverlap,
        @Schema(
                        enumeration = {"retry", "unknown"},
                        defaultValue = "retry")
                String onWorkerLost,
        @Schema(
                        description =
                                "whether an attempt whose job goes on after it was told to stop is"
                                        + " waited for; null = if the job has a gate (Skip, Queue"
                                        + " or maxConcurrent)",
                        enumeration = {"wait", "goOn"})
                @Nullable String onAbandoned,
        @Schema(
                        description =
                                "consecutive failures that deactivate it; 0 = never, null = the setting",
                        minimum = "0",
                        maximum = "100")
                @Nullable Integer autoDisableAfter,
        @Schema(
                        description = "in which those failures have to end; null = the setting",
                        minimum = "1",
                        maximum = "2592000")
                @Nullable Integer autoDisableWindowSeconds,
        @Schema(
                        description =
                                "how long after failures have deactivated it it is enabled again;"
                                        + " null = not by itself",
                        minimum = "1",
                        maximum = "2592000")
                @Nullable Integer autoEnableAfterSeconds,
        @Schema(
                        description =
                                "JSON pointers of values in jobData that only Job.Secrets permits"
                                        + " to see; others get a mask, which keeps the value when"
                                        + " it is sent back")
                List<String> secretFields,
        @Schema(readOnly = true, description = "null = nothing is planned")
                @Nullable Instant nextRunAt,
        @Schema(readOnly = true, description = "since the last success") int consecutiveFailures,
        @Schema(readOnly = true, description = "when failures have deactivated it")
                @Nullable Instant disabledAt,
        @Schema(readOnly = true) @Nullable String disabledReason,
        @Schema(readOnly = true, description = "when the scheduler enables it")
                @Nullable Instant enablesAgainAt,
        @Schema(readOnly = true) int version,
        @Schema(readOnly = true) Instant createdAt,
        @Schema(readOnly = true) Instant updatedAt,
        @Schema(readOnly = true, description = "what may be wrong; only in answers to writes")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                List<String> warnings) {

    /**
     * @param warnings null to leave them out
     */
    static JobView of(PlannedJob planned, List<String> warnings) {
        var job = planned.job();
        var is = job.definition();
        var runs = is.schedule();
        var failures = planned.failures();
        return new JobView(
                job.id(),
                is.displayName(),
                is.description(),
                is.tags(),
                is.workerGroup(),
                is.jobType(),
                ApiJson.raw(is.jobData()),
                runs.kind(),
                runs.cronExpression(),
                word(CronDialect.class, runs.cronDialect()),
                runs.every(),
                word(EveryClock.class, runs.everyClock()),
                runs.delay(),
                runs.rrule(),
                runs.text(job.id()).orElse(null),
                runs.timeZone(),
                runs.executeAt(),
                runs.startsAt(),
                runs.endsAt(),
                runs.maxRuns(),
                runs.calendars(),
                word(OnClosed.class, runs.onClosed()),
                runs.spreadSeconds(),
                runs.jitterSeconds(),
                is.active(),
                OverlapPolicy.of(is.concurrentExecutionPolicy()),
                is.maxConcurrent(),
                is.timeoutSeconds(),
                is.maxRetries(),
                is.retryBaseSeconds(),
                is.misfirePolicy(),
                runs.dstGap(),
                runs.dstOverlap(),
                is.onWorkerLost(),
                is.onAbandoned(),
                is.autoDisableAfter(),
                is.autoDisableWindowSeconds(),
                is.autoEnableAfterSeconds(),
                is.secretFields(),
                planned.nextRunAt(),
                failures == null ? 0 : failures.failures(),
                failures == null ? null : failures.disabledAt(),
                failures == null ? null : failures.disabledReason(),
                failures == null ? null : failures.enablesAt(),
                job.version(),
                job.createdAt(),
                job.updatedAt(),
                warnings);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String stored) {
        return Words.of(type).read(stored).orElseThrow();
    }
}
