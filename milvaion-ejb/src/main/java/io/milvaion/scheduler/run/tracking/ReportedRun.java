package io.milvaion.scheduler.run.tracking;

import io.milvaion.scheduler.job.autodisable.JobLimits;
import io.milvaion.scheduler.state.flow.RunQueue;
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
        RunQueue queue,
        Instant plannedAt,
        Instant endedAt,
        Standing standing,
        RunRules rules,
        JobLimits limits) {

    String jobType() {
        return queue.jobType();
    }
}
