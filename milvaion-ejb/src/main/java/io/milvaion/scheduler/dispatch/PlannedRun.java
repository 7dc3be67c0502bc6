package io.milvaion.scheduler.dispatch;

import io.milvaion.scheduler.occurrence.OccurrenceId;
import io.milvaion.scheduler.schedule.MisfirePlan;
import java.time.Instant;
import java.util.UUID;

/** One due job and what this batch does with it. */
record PlannedRun(DueJob job, MisfirePlan plan) {

    UUID jobId() {
        return job.id();
    }

    /** The occurrence to make, or null when every due instant is skipped. */
    UUID occurrenceId() {
        return plan.run().map(at -> OccurrenceId.planned(job.id(), at)).orElse(null);
    }

    Instant runAt() {
        return plan.run().orElse(null);
    }

    Instant next() {
        return plan.next().orElse(null);
    }
}
