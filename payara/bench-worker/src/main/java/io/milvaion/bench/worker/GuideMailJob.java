package io.milvaion.bench.worker;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import java.util.concurrent.TimeUnit;

/** Takes as long as a mail server that takes 500 ms for a mail. */
@JobConsumer
class GuideMailJob implements Job { // job type "guidemail"

    @Override
    public JobResult execute(JobContext context) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(500);
        return JobResult.of("sent");
    }
}
