package io.milvaion.worker.jobs.sample;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;

/** Does nothing, as fast as possible: what is left is the cost of the system. */
@JobConsumer(maxParallelJobs = 50)
class NoopJob implements Job {

    @Override
    public JobResult execute(JobContext context) {
        return JobResult.empty();
    }
}
