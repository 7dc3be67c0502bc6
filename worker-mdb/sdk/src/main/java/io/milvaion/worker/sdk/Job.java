package io.milvaion.worker.sdk;

/** Work that the scheduler can run; see {@link JobConsumer}. */
@FunctionalInterface
public interface Job {

    /**
     * Makes one attempt at an occurrence. The thread is interrupted when the occurrence is
     * cancelled, when its time is over and when the worker must stop; letting the {@link
     * InterruptedException} pass is the right answer to all three.
     *
     * @return what people see as the result; null means {@link JobResult#empty}
     * @throws PermanentJobException if a retry cannot help
     * @throws Exception if the attempt has failed and may be retried
     */
    JobResult execute(JobContext context) throws Exception;
}
