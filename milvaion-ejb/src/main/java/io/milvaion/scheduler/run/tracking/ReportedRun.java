package io.milvaion.scheduler.run.tracking;

import io.milvaion.scheduler.job.autodisable.JobLimits;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code occurrences} while it is locked.
 *
 * @param endedAt null unless it is final
 */
record ReportedRun(
        UUID id,
        UUID jobId,
        String jobName,
        String jobType,
        Instant plannedAt,
        Instant endedAt,
        Standing standing,
        RunRules rules,
        JobLimits limits) {}
