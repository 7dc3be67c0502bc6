package io.milvaion.worker.runtime.delivery;

import io.milvaion.contract.JobMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.worker.runtime.RunKey;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.runtime.job.Outcome;
import io.milvaion.worker.runtime.job.Progress;
import io.milvaion.worker.runtime.job.RunningJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One attempt in this worker, from the arrival of its message to its acknowledgement. */
final class Run {

    private final JobMessage message;
    private final Lane lane;
    private final RunningJob job;
    private final List<Receipt> receipts = new ArrayList<>(1); // loop thread only
    private volatile boolean claimed; // written by the loop thread
    private volatile long startedNanos; // written before started
    private volatile boolean started; // written by the loop thread
    private volatile boolean lost; // written by the renewal
    private volatile long endedNanos; // written before its report is in the outbox
    private boolean ended; // guarded by this
    private boolean runningReported; // guarded by this
    private long progressNanos; // of the last report on progress; guarded by this

    Run(JobMessage message, Lane lane, RunningJob job) {
        this.message = message;
        this.lane = lane;
        this.job = job;
    }

    JobMessage message() {
        return message;
    }

    RunKey key() {
        return new RunKey(message.occurrenceId(), message.attempt());
    }

    Lane lane() {
        return lane;
    }

    JobDefinition definition() {
        return lane.definition();
    }

    RunningJob job() {
        return job;
    }

    /** The deliveries that are settled with this run; loop thread only. */
    List<Receipt> receipts() {
        return receipts;
    }

    /** Acknowledges all deliveries of this run; loop thread only. */
    void settle() {
        receipts.forEach(Receipt::settle);
        receipts.clear();
    }

    boolean claimed() {
        return claimed;
    }

    void claimGranted() {
        claimed = true;
    }

    /** Whether it is or was in {@code execute}. */
    boolean started() {
        return started;
    }

    /** It goes into {@code execute} now; loop thread only. */
    void start() {
        startedNanos = System.nanoTime();
        started = true;
    }

    /** Nanoseconds since the start, on the monotonic clock. */
    long runningNanos() {
        return System.nanoTime() - startedNanos;
    }

    long endedNanos() {
        return endedNanos;
    }

    /** Nanoseconds in {@code execute}, once it has ended. */
    long durationNanos() {
        return endedNanos - startedNanos;
    }

    /**
     * Another process has the claim: it is renewed no more.
     *
     * @return false if that was known
     */
    boolean loseClaim() {
        boolean news = !lost;
        lost = true;
        return news;
    }

    boolean lost() {
        return lost;
    }

    /** Limit of this attempt in nanoseconds, 0 = none. */
    long timeoutNanos() {
        var seconds =
                message.timeoutSeconds() != null
                        ? message.timeoutSeconds()
                        : definition().timeoutSeconds();
        return seconds == null || seconds <= 0 ? 0 : Duration.ofSeconds(seconds).toNanos();
    }

    /**
     * Puts a report that it is running into the outbox if that is news: the first time, and then
     * when the job has told of progress, at most once in {@code progressPauseNanos}.
     */
    synchronized void reportRunning(Outbox outbox, RedisClock clock, long progressPauseNanos) {
        if (ended) {
            return;
        }
        long now = System.nanoTime();
        if (runningReported && now - progressNanos < progressPauseNanos) {
            return;
        }
        var progress = job.takeProgress();
        if (runningReported && progress == null) {
            return;
        }
        runningReported = true;
        progressNanos = now;
        outbox.add(report(OccurrenceState.RUNNING, null, progress, clock), null);
    }

    /**
     * Puts the final report into the outbox; no other report on this run follows it.
     *
     * @return false if there was one before: the attempt was abandoned
     */
    synchronized boolean end(Outcome outcome, Outbox outbox, RedisClock clock) {
        if (ended) {
            return false;
        }
        ended = true;
        endedNanos = System.nanoTime();
        outbox.add(report(outcome.state(), outcome, job.takeProgress(), clock), this);
        return true;
    }

    /** Whether its final report was made, although it may still be in {@code execute}. */
    synchronized boolean ended() {
        return ended;
    }

    private Report report(
            OccurrenceState state, Outcome outcome, Progress progress, RedisClock clock) {
        var startedAt = started ? clock.at(startedNanos) : null;
        boolean over = outcome != null;
        return new Report(
                message.occurrenceId(),
                message.attempt(),
                state,
                message.publishedAt(),
                startedAt,
                over ? clock.at(endedNanos) : null,
                over && started ? Long.valueOf(durationNanos() / 1_000_000) : null,
                progress == null ? null : progress.percent(),
                progress == null ? null : progress.text(),
                over ? outcome.result() : null,
                over ? outcome.error() : null,
                over ? outcome.errorType() : null,
                over && outcome.permanent(),
                definition().maxRetries(),
                definition().retryBaseSeconds());
    }
}
