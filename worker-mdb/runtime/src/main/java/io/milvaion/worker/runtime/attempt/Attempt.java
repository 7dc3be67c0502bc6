package io.milvaion.worker.runtime.attempt;

import io.milvaion.contract.JobMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.worker.runtime.AttemptKey;
import io.milvaion.worker.runtime.RedisClock;
import io.milvaion.worker.runtime.job.Execution;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.runtime.job.JobProgress;
import io.milvaion.worker.runtime.job.Outcome;
import io.milvaion.worker.runtime.job.StopReason;
import io.milvaion.worker.runtime.queue.Receipt;
import io.milvaion.worker.runtime.report.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One attempt in this worker, from the arrival of its message to its acknowledgement. */
public final class Attempt {

    private final JobMessage message;
    private final JobDefinition definition;
    private final Execution execution;
    private final List<Receipt> receipts = new ArrayList<>(1); // loop thread only
    private volatile boolean claimed; // written by the loop thread
    private volatile long startedNanos; // written before started
    private volatile boolean started; // written by the loop thread
    private volatile boolean lost; // written by the renewal
    private volatile long endedNanos; // written before its report is in the outbox
    private boolean ended; // guarded by this
    private Outcome givenUp; // guarded by this; while its job goes on all the same
    private boolean runningReported; // guarded by this
    private long progressNanos; // of the last report on progress; guarded by this

    Attempt(JobMessage message, JobDefinition definition, Execution execution) {
        this.message = message;
        this.definition = definition;
        this.execution = execution;
    }

    public JobMessage message() {
        return message;
    }

    public AttemptKey key() {
        return new AttemptKey(message.occurrenceId(), message.attempt());
    }

    public JobDefinition definition() {
        return definition;
    }

    Execution execution() {
        return execution;
    }

    /** A delivery is settled with this attempt; loop thread only. */
    public void add(Receipt receipt) {
        receipts.add(receipt);
    }

    /** The deliveries of a copy of its message are settled with this attempt; loop thread only. */
    public void join(Attempt copy) {
        receipts.addAll(copy.receipts);
    }

    /** Acknowledges all its deliveries; loop thread only. */
    public void settle() {
        receipts.forEach(Receipt::settle);
        receipts.clear();
    }

    /** Gives all its deliveries back to the broker; loop thread only. */
    public void giveBack() {
        receipts.forEach(Receipt::giveBack);
    }

    public boolean claimed() {
        return claimed;
    }

    public void claimGranted() {
        claimed = true;
    }

    /** Whether it is or was in {@code execute}. */
    public boolean started() {
        return started;
    }

    /** It goes into {@code execute} now; loop thread only. */
    void start() {
        startedNanos = System.nanoTime();
        started = true;
    }

    /** Tells its job to stop; the first reason stands. */
    public void stop(StopReason reason) {
        execution.stop(reason);
    }

    /** Nanoseconds since the start, on the monotonic clock. */
    public long runningNanos() {
        return System.nanoTime() - startedNanos;
    }

    public long endedNanos() {
        return endedNanos;
    }

    /** Nanoseconds in {@code execute}, once it has ended. */
    public long durationNanos() {
        return endedNanos - startedNanos;
    }

    /**
     * Another process has the claim: it is renewed no more.
     *
     * @return false if that was known
     */
    public boolean loseClaim() {
        boolean news = !lost;
        lost = true;
        return news;
    }

    public boolean lost() {
        return lost;
    }

    /** Limit of this attempt in nanoseconds, 0 = none. */
    long timeoutNanos() {
        var seconds =
                message.timeoutSeconds() != null
                        ? message.timeoutSeconds()
                        : definition.timeoutSeconds();
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
        var progress = execution.takeProgress();
        if (runningReported && progress == null) {
            return;
        }
        runningReported = true;
        progressNanos = now;
        outbox.add(report(OccurrenceState.RUNNING, null, progress, clock));
    }

    /**
     * Puts a report into the outbox that the attempt has ended although its job goes on; the final
     * one follows when that has returned.
     *
     * @return false if it has ended meanwhile
     */
    synchronized boolean abandon(Outcome outcome, Outbox outbox, RedisClock clock) {
        if (ended) {
            return false;
        }
        givenUp = outcome;
        reportEnd(outcome, outbox, clock);
        return true;
    }

    /**
     * Puts the final report into the outbox; no other report on this attempt follows it.
     *
     * @return false if the attempt was abandoned: what its job has returned is not reported
     */
    synchronized boolean end(Outcome outcome, Outbox outbox, RedisClock clock) {
        var before = givenUp;
        givenUp = null;
        reportEnd(before == null ? outcome : before, outbox, clock);
        return before == null;
    }

    private void reportEnd(Outcome outcome, Outbox outbox, RedisClock clock) {
        ended = true;
        endedNanos = System.nanoTime();
        outbox.add(report(outcome.state(), outcome, execution.takeProgress(), clock));
    }

    /** Whether a report says that it has ended, although it may still be in {@code execute}. */
    public synchronized boolean ended() {
        return ended;
    }

    /** Whether it was given up and is still in {@code execute}. */
    public synchronized boolean abandoned() {
        return givenUp != null;
    }

    private Report report(
            OccurrenceState state, Outcome outcome, JobProgress progress, RedisClock clock) {
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
                definition.maxRetries(),
                definition.retryBaseSeconds(),
                givenUp == null ? null : Boolean.TRUE);
    }
}
