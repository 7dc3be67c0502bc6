package io.milvaion.tests.job;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import java.util.concurrent.locks.LockSupport;

/**
 * Goes on for as long as its data says, whoever tells it to stop, but only in its first attempt.
 * Data: {@code {"millis": 9000}}.
 */
@JobConsumer
public class DeafJob implements Job { // job type "deaf"

    /** What it reads. */
    public record Data(long millis) {}

    @Override
    public JobResult execute(JobContext context) {
        long end = System.nanoTime() + context.data(Data.class).millis() * 1_000_000;
        while (context.attempt() == 1 && System.nanoTime() - end < 0) {
            Thread.interrupted(); // this is the harm
            LockSupport.parkNanos(20_000_000);
        }
        return JobResult.of("heard nothing");
    }
}
