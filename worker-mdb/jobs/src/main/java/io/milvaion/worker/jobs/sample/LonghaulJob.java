package io.milvaion.worker.jobs.sample;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import io.milvaion.worker.sdk.PermanentJobException;
import java.util.concurrent.TimeUnit;

/**
 * Goes a long way in steps and says how far it has come. Data: {@code {"steps": 10, "stepMillis":
 * 1000}}, which are the defaults. Cancelling stops it in the middle of a step.
 */
@JobConsumer
class LonghaulJob implements Job {

    record Data(Integer steps, Integer stepMillis) {}

    @Override
    public JobResult execute(JobContext context) throws InterruptedException {
        var data = context.data(Data.class);
        int steps = atLeastOne("steps", data.steps(), 10);
        int stepMillis = atLeastOne("stepMillis", data.stepMillis(), 1_000);
        for (int step = 1; step <= steps; step++) {
            context.checkCancelled();
            TimeUnit.MILLISECONDS.sleep(stepMillis);
            context.info("step " + step + " of " + steps + " done");
            context.progress((int) (100L * step / steps), "step " + step + " of " + steps);
        }
        return JobResult.of("went " + steps + " steps");
    }

    private static int atLeastOne(String name, Integer value, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value < 1) {
            throw new PermanentJobException(name + " must be at least 1: " + value);
        }
        return value;
    }
}
