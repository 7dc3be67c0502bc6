package io.milvaion.worker.runtime.job;

import io.milvaion.contract.JobType;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.platform.config.KnownWorkerSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.OnClaimLost;

/**
 * A job class of this worker with its limits.
 *
 * @param maxParallelJobs attempts of this type at once in this process
 * @param timeoutSeconds limit of an attempt whose job sets none; null = none
 * @param maxRetries default that reports carry to the scheduler; null = the scheduler's
 * @param retryBaseSeconds likewise
 * @param interruptedWhenClaimLost whether an attempt whose claim another process has taken is told
 *     to stop
 * @param job called for each attempt, from many threads
 */
public record JobDefinition(
        JobType type,
        String className,
        int maxParallelJobs,
        Integer timeoutSeconds,
        Integer maxRetries,
        Integer retryBaseSeconds,
        boolean interruptedWhenClaimLost,
        Job job) {

    /**
     * Reads what the class declares and {@code job-consumers.<ClassName>.*} overrides.
     *
     * @param worker what holds for the whole worker
     */
    public static JobDefinition of(
            Class<?> jobClass, Job job, WorkerSettings worker, SettingsReader settings) {
        var declared = jobClass.getAnnotation(JobConsumer.class);
        var name = jobClass.getSimpleName();
        int parallel =
                settings.given(KnownWorkerSettings.JOB_CONSUMERS_MAX_PARALLEL_JOBS.of(name))
                        .orElse(declared.maxParallelJobs());
        return new JobDefinition(
                declared.type().isEmpty()
                        ? JobType.ofClassName(name)
                        : new JobType(declared.type()),
                jobClass.getName(),
                Math.min(
                        parallel == JobConsumer.UNSET ? worker.maxParallelJobs() : parallel,
                        worker.maxParallelJobs()),
                settings.given(KnownWorkerSettings.JOB_CONSUMERS_TIMEOUT_SECONDS.of(name))
                        .orElse(set(declared.timeoutSeconds())),
                settings.given(KnownWorkerSettings.JOB_CONSUMERS_MAX_RETRIES.of(name))
                        .orElse(set(declared.maxRetries())),
                settings.given(KnownWorkerSettings.JOB_CONSUMERS_RETRY_BASE_SECONDS.of(name))
                        .orElse(set(declared.retryBaseSeconds())),
                settings.given(KnownWorkerSettings.JOB_CONSUMERS_ON_CLAIM_LOST.of(name))
                                .map(WorkerSettings::onClaimLost)
                                .orElse(onClaimLost(declared, worker))
                        == OnClaimLost.INTERRUPT,
                job);
    }

    private static OnClaimLost onClaimLost(JobConsumer declared, WorkerSettings worker) {
        return declared.onClaimLost() == OnClaimLost.DEFAULT
                ? worker.onClaimLost()
                : declared.onClaimLost();
    }

    private static Integer set(int value) {
        return value == JobConsumer.UNSET ? null : value;
    }

    /** This definition as other processes see it. */
    public RegistrationMessage.Consumer registration() {
        return new RegistrationMessage.Consumer(
                type.name(),
                className,
                maxParallelJobs,
                timeoutSeconds,
                maxRetries,
                retryBaseSeconds);
    }
}
