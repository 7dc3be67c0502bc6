package io.milvaion.worker.jobs.sample;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;

/** Greets in the log. Data: {@code {"name": "Ada"}}, all optional. */
@JobConsumer
class HelloJob implements Job {

    record Data(String name) {}

    @Override
    public JobResult execute(JobContext context) {
        var name = context.data(Data.class).name();
        var greeting = "Hello, " + (name == null ? "world" : name) + "!";
        context.info("this is attempt " + context.attempt() + " of " + context.jobName());
        context.info("planned for " + context.plannedAt());
        context.info(greeting);
        return JobResult.of(greeting);
    }
}
