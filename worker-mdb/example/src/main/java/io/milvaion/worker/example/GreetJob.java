package io.milvaion.worker.example;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;

/** Greets somebody in a language. Data: {@code {"name": "Ada", "language": "fr"}}. */
@JobConsumer(maxRetries = 1)
class GreetJob implements Job { // job type "greet"

    record Data(@NotBlank String name, String language) {}

    @Inject Phrasebook phrasebook;

    @Override
    public JobResult execute(JobContext context) {
        var data = context.data(Data.class);
        var greeting = phrasebook.greeting(data.language()) + ", " + data.name() + "!";
        context.info(greeting);
        return JobResult.of(greeting);
    }
}
