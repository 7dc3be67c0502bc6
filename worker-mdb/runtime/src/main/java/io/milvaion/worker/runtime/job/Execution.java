package io.milvaion.worker.runtime.job;

import io.milvaion.contract.JobMessage;
import io.milvaion.contract.LogMessage;
import io.milvaion.contract.WireLimits;
import io.milvaion.platform.text.CleanText;
import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import io.milvaion.worker.sdk.LogLevel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One attempt while it is in {@code execute}. {@link #run} is called once, by the thread that runs
 * the job; {@link #stop} and {@link #takeProgress} by any other.
 */
public final class Execution implements JobContext {

    private final JobMessage message;
    private final JobDataReader dataReader;
    private final InstantSource clock;
    private final AttemptLog log;
    private volatile ResolvedData data;
    private volatile StopReason stopReason;
    private long stoppedNanos; // guarded by this; once there is a stop reason
    private volatile boolean told; // the job has learned of the stop reason
    private final AtomicReference<JobProgress> progress = new AtomicReference<>();
    private Thread thread; // guarded by this; null before and after execute
    private boolean ended; // guarded by this

    /**
     * @param clock the Redis clock
     * @param lines gets the lines that the job logs, from the threads of the job
     */
    public Execution(
            JobMessage message,
            JobDataReader dataReader,
            InstantSource clock,
            Consumer<LogMessage.Line> lines) {
        this.message = message;
        this.dataReader = dataReader;
        this.data = ResolvedData.unresolved(message.data());
        this.clock = clock;
        this.log = new AttemptLog(message.occurrenceId(), message.attempt(), lines);
    }

    /** Runs the job on this thread; never throws, and leaves no interrupt behind. */
    @SuppressWarnings("CatchingUnchecked") // whatever a job throws is its outcome
    public Outcome run(Job job) {
        synchronized (this) {
            thread = Thread.currentThread();
            if (stopReason != null) {
                thread.interrupt();
            }
        }
        JobResult result = null;
        Throwable failure = null;
        try {
            data = dataReader.resolved(data);
            result = masked(job.execute(this));
        } catch (Throwable e) {
            failure = e;
        }
        boolean interruptPending;
        synchronized (this) {
            ended = true;
            thread = null;
            interruptPending = Thread.interrupted();
        }
        log.close();
        if (stopReason != null && (failure != null || told || !interruptPending)) {
            return Outcome.stopped(stopReason, result);
        }
        return failure == null
                ? Outcome.completed(result)
                : Outcome.failed(failure, data.secrets());
    }

    private JobResult masked(JobResult result) {
        return result == null ? null : JobResult.of(data.secrets().masked(result.text()));
    }

    /** Tells the job to stop and interrupts it; the first reason stands. Harmless when repeated. */
    public synchronized void stop(StopReason reason) {
        if (ended || stopReason != null) {
            return;
        }
        stopReason = reason;
        stoppedNanos = System.nanoTime();
        if (thread != null) {
            thread.interrupt();
        }
    }

    /**
     * Gives up on a job that was told to stop so long ago and has not returned: its log says so and
     * is closed. Harmless when repeated.
     *
     * @return how the attempt has ended for everybody but its thread; empty if the job was not told
     *     to stop, has returned or has some time left
     */
    public Optional<Outcome> abandon(long afterNanos) {
        synchronized (this) {
            if (ended || stopReason == null || System.nanoTime() - stoppedNanos < afterNanos) {
                return Optional.empty();
            }
        }
        var outcome = Outcome.abandoned(stopReason, TimeUnit.NANOSECONDS.toSeconds(afterNanos));
        log.add(clock.instant(), LogLevel.WARN, outcome.error());
        log.close();
        return Optional.of(outcome);
    }

    /** What the job has said about its progress since the last call, or null. */
    public JobProgress takeProgress() {
        return progress.getAndSet(null);
    }

    @Override
    public UUID occurrenceId() {
        return message.occurrenceId();
    }

    @Override
    public UUID jobId() {
        return message.jobId();
    }

    @Override
    public String jobName() {
        return message.jobName();
    }

    @Override
    public int attempt() {
        return message.attempt();
    }

    @Override
    public Instant plannedAt() {
        return message.plannedAt();
    }

    @Override
    public boolean manual() {
        return message.manual();
    }

    @Override
    public String triggeredBy() {
        return message.triggeredBy();
    }

    @Override
    public <T> T data(Class<T> type) {
        return dataReader.read(dataText(), type);
    }

    @Override
    public String dataText() {
        return data.text();
    }

    @Override
    public void log(LogLevel level, String text) {
        log.add(clock.instant(), level, data.secrets().masked(text));
    }

    @Override
    public void progress(int percent, String text) {
        progress.set(
                new JobProgress(
                        Math.max(0, Math.min(100, percent)),
                        CleanText.utf8(
                                data.secrets().masked(text), WireLimits.PROGRESS_TEXT_BYTES)));
    }

    @Override
    public boolean cancelled() {
        if (stopReason != null) {
            told = true;
        }
        return told;
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (cancelled()) {
            throw new InterruptedException(stopReason.text());
        }
    }
}
