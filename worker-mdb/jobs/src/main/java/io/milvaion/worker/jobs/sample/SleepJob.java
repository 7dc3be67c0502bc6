package io.milvaion.worker.jobs.sample;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import io.milvaion.worker.sdk.PermanentJobException;
import java.util.concurrent.TimeUnit;

/** Waits. Data: {@code {"millis": 1000}}, which is the default. */
@JobConsumer
class SleepJob implements Job {

    record Data(Long millis) {}

    @Override
    public JobResult execute(JobContext context) throws InterruptedException {
        var asked = context.data(Data.class).millis();
        long millis = asked == null ? 1_000 : asked;
        if (millis < 0) {
            throw new PermanentJobException("millis must not be negative: " + millis);
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        return JobResult.of("slept " + millis + " ms");
    }
}
