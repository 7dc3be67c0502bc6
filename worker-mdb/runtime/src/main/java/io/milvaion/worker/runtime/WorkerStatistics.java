package io.milvaion.worker.runtime;

import io.milvaion.contract.OccurrenceState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters of this worker since its start, and what it does now. Any thread may read and write;
 * readers see each number by itself, not all of one moment.
 */
@ApplicationScoped
public class WorkerStatistics {

    private final LongAdder claimed = new LongAdder();
    private final LongAdder completed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final LongAdder returned = new LongAdder();
    private final LongAdder poison = new LongAdder();
    private final LongAdder claimsLost = new LongAdder();
    private final LongAdder doubts = new LongAdder();
    private final LongAdder reports = new LongAdder();
    private final LongAdder statusMessages = new LongAdder();
    private final AtomicInteger running = new AtomicInteger();
    private volatile int slots;
    private volatile int waitingReports;
    private volatile int waitingRuns;
    private volatile int storedReports;
    private volatile String refusing;
    private final AtomicInteger abandoned = new AtomicInteger();
    private final LongAdder abandonedEver = new LongAdder();

    /** Attempts in {@code execute} now. */
    public int running() {
        return running.get();
    }

    /** Attempts that may run at once. */
    public int slots() {
        return slots;
    }

    /** Attempts that are claimed and wait for a slot. */
    public int waitingRuns() {
        return waitingRuns;
    }

    /** Attempts that were reported as abandoned and are in {@code execute} all the same. */
    public int abandoned() {
        return abandoned.get();
    }

    /** Attempts that were reported as abandoned. */
    public long abandonedEver() {
        return abandonedEver.sum();
    }

    /** Why this worker takes no work, or null. */
    public String refusing() {
        return refusing;
    }

    /** Reports in the local store. */
    public int storedReports() {
        return storedReports;
    }

    /** Reports in memory that the broker has not confirmed yet. */
    public int waitingReports() {
        return waitingReports;
    }

    /** Attempts that this worker has claimed. */
    public long claimed() {
        return claimed.sum();
    }

    public long completed() {
        return completed.sum();
    }

    public long failed() {
        return failed.sum();
    }

    public long cancelled() {
        return cancelled.sum();
    }

    public long timedOut() {
        return timedOut.sum();
    }

    /** Deliveries given back to the broker because no slot was free or the worker stopped. */
    public long returned() {
        return returned.sum();
    }

    /** Messages sent to the dead-letter queue. */
    public long poison() {
        return poison.sum();
    }

    /** Claims that another process has taken while this one was away. */
    public long claimsLost() {
        return claimsLost.sum();
    }

    /** Messages about which the scheduler was asked whether they are still to be run. */
    public long doubts() {
        return doubts.sum();
    }

    /** Reports that the broker has confirmed. */
    public long reports() {
        return reports.sum();
    }

    /** Messages in which those reports were sent. */
    public long statusMessages() {
        return statusMessages.sum();
    }

    public void countClaimed() {
        claimed.increment();
    }

    public void countStarted() {
        running.incrementAndGet();
    }

    /** Counts an attempt that has left {@code execute}. */
    public void countEnded(OccurrenceState state) {
        running.decrementAndGet();
        countOutcome(state);
    }

    /** Counts an attempt that was reported as ended and has not left {@code execute}. */
    public void countAbandoned(OccurrenceState state) {
        abandoned.incrementAndGet();
        abandonedEver.increment();
        countEnded(state);
    }

    public void countAbandonedReturned() {
        abandoned.decrementAndGet();
    }

    /** Counts the outcome of an attempt. */
    public void countOutcome(OccurrenceState state) {
        switch (state) {
            case COMPLETED -> completed.increment();
            case CANCELLED -> cancelled.increment();
            case TIMED_OUT -> timedOut.increment();
            default -> failed.increment();
        }
    }

    public void countReturned() {
        returned.increment();
    }

    public void countPoison() {
        poison.increment();
    }

    public void countClaimLost() {
        claimsLost.increment();
    }

    public void countDoubt() {
        doubts.increment();
    }

    public void countReported(int confirmed, int messages) {
        reports.add(confirmed);
        statusMessages.add(messages);
    }

    public void showSlots(int value) {
        slots = value;
    }

    public void showWaitingRuns(int value) {
        waitingRuns = value;
    }

    public void showStoredReports(int value) {
        storedReports = value;
    }

    /**
     * @param reason or null
     */
    public void showRefusing(String reason) {
        refusing = reason;
    }

    public void showWaitingReports(int value) {
        waitingReports = value;
    }
}
