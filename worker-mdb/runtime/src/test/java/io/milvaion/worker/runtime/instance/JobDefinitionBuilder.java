package io.milvaion.worker.runtime.instance;

import io.milvaion.contract.JobType;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.sdk.Job;

/** A job of a worker that differs from a plain one only where a test says so. */
final class JobDefinitionBuilder {

    private final String type;
    private final Job job;
    private int parallel = 1;
    private Integer timeoutSeconds;
    private boolean interruptedWhenClaimLost;

    private JobDefinitionBuilder(String type, Job job) {
        this.type = type;
        this.job = job;
    }

    /** One at a time, with 2 retries, the first after 7 s. */
    static JobDefinitionBuilder aJob(String type, Job job) {
        return new JobDefinitionBuilder(type, job);
    }

    JobDefinitionBuilder parallel(int value) {
        parallel = value;
        return this;
    }

    JobDefinitionBuilder timeoutSeconds(int value) {
        timeoutSeconds = value;
        return this;
    }

    JobDefinitionBuilder interruptedWhenClaimLost() {
        interruptedWhenClaimLost = true;
        return this;
    }

    JobDefinition build() {
        return new JobDefinition(
                new JobType(type),
                "test." + type,
                parallel,
                timeoutSeconds,
                2,
                7,
                interruptedWhenClaimLost,
                job);
    }
}
