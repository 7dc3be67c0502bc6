package io.milvaion.bench.worker;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;

/** Logs a line. */
@JobConsumer
class GuideLogJob implements Job { // job type "guidelog"

    @Override
    public JobResult execute(JobContext context) {
        context.info("run " + context.occurrenceId() + " was here");
        return JobResult.of("logged");
    }
}
