package io.milvaion.worker.runtime.job;

import io.milvaion.contract.JobType;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.OnClaimLost;
import java.util.List;

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

    private static final int DAY = 86_400;

    /**
     * Reads what the class declares and {@code job-consumers.<ClassName>.*} overrides.
     *
     * @param worker what holds for the whole worker
     */
    public static JobDefinition of(
            Class<?> jobClass, Job job, WorkerSettings worker, SettingsReader settings) {
        var declared = jobClass.getAnnotation(JobConsumer.class);
        var prefix = "job-consumers." + jobClass.getSimpleName() + ".";
        int parallel =
                settings.integer(
                        prefix + "max-parallel-jobs", declared.maxParallelJobs(), 1, 2_000);
        return new JobDefinition(
                declared.type().isEmpty()
                        ? JobType.ofClassName(jobClass.getSimpleName())
                        : new JobType(declared.type()),
                jobClass.getName(),
                Math.min(
                        parallel == JobConsumer.UNSET ? worker.maxParallelJobs() : parallel,
                        worker.maxParallelJobs()),
                set(
                        settings.integer(
                                prefix + "timeout-seconds",
                                declared.timeoutSeconds(),
                                1,
                                30 * DAY)),
                set(settings.integer(prefix + "max-retries", declared.maxRetries(), 0, 1_000)),
                set(
                        settings.integer(
                                prefix + "retry-base-seconds",
                                declared.retryBaseSeconds(),
                                1,
                                DAY)),
                onClaimLost(declared, prefix, worker, settings) == OnClaimLost.INTERRUPT,
                job);
    }

    private static OnClaimLost onClaimLost(
            JobConsumer declared, String prefix, WorkerSettings worker, SettingsReader settings) {
        return settings.choice(
                prefix + "on-claim-lost",
                declared.onClaimLost() == OnClaimLost.DEFAULT
                        ? worker.onClaimLost()
                        : declared.onClaimLost(),
                List.of(OnClaimLost.FINISH, OnClaimLost.INTERRUPT));
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
