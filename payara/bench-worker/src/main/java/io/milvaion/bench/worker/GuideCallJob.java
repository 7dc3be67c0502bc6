package io.milvaion.bench.worker;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import jakarta.inject.Inject;
import java.io.IOException;

/** Calls a service, which answers after as long as it likes. */
@JobConsumer
class GuideCallJob implements Job { // job type "guidecall"

    @Inject CalledService service;

    @Override
    public JobResult execute(JobContext context) throws IOException, InterruptedException {
        return JobResult.of("answered " + service.call());
    }
}
