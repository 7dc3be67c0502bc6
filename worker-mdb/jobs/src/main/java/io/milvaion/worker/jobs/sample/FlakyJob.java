package io.milvaion.worker.jobs.sample;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import io.milvaion.worker.sdk.PermanentJobException;
import java.util.concurrent.ThreadLocalRandom;

/** Fails sometimes. Data: {@code {"failProbability": 0.3}}, which is the default. */
@JobConsumer
class FlakyJob implements Job {

    record Data(Double failProbability) {}

    @Override
    public JobResult execute(JobContext context) {
        var asked = context.data(Data.class).failProbability();
        double probability = asked == null ? 0.3 : asked;
        if (!(probability >= 0 && probability <= 1)) { // also refuses what is not a number
            throw new PermanentJobException("failProbability must be 0 to 1: " + probability);
        }
        double dice = ThreadLocalRandom.current().nextDouble();
        context.info(String.format("threw %.2f, need %.2f", dice, probability));
        if (dice < probability) {
            throw new IllegalStateException("bad luck in attempt " + context.attempt());
        }
        return JobResult.of("lucky in attempt " + context.attempt());
    }
}
