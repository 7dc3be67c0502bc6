package io.milvaion.worker.jobs.sample;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;

/** Gives its data back as its result: what a job gets of what was stored. */
@JobConsumer
class EchoJob implements Job {

    @Override
    public JobResult execute(JobContext context) {
        return JobResult.of(context.dataText());
    }
}
