package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.RunKey;
import java.util.concurrent.TimeUnit;

/**
 * What follows when a run has ended: its slot is free at once; when its report is confirmed the
 * claim is marked done, and then its message is acknowledged. Loop thread only.
 */
final class Settlement {

    private static final long SCAN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Runs runs;
    private final Strangers strangers;
    private final PendingCalls calls;
    private final long earlyAckNanos;
    private long scannedNanos = System.nanoTime();

    Settlement(Runs runs, Strangers strangers, PendingCalls calls, int earlyAckSeconds) {
        this.runs = runs;
        this.strangers = strangers;
        this.calls = calls;
        this.earlyAckNanos = TimeUnit.SECONDS.toNanos(earlyAckSeconds);
    }

    /** {@code execute} has returned. */
    void ended(Run run) {
        run.lane().slots().release();
        run.lane().prefetch().observeDuration(run.durationNanos());
    }

    /** The broker has these reports and this poison. */
    void confirmed(Confirmed confirmed) {
        for (RunKey end : confirmed.ends()) {
            var run = runs.find(end);
            if (run != null) {
                reported(run);
            } else { // it was executed by a process before this one
                calls.add(ClaimCall.done(end), reply -> strangers.settle(end));
            }
        }
        confirmed.poison().forEach(poison -> poison.receipt().settle());
    }

    private void reported(Run run) {
        if (run.claimed() && !run.lost()) {
            calls.add(ClaimCall.done(run.key()), reply -> finish(run));
        } else {
            finish(run);
        }
    }

    private void finish(Run run) {
        run.settle();
        runs.remove(run);
        if (run.started()) {
            run.lane().prefetch().observeSettling(System.nanoTime() - run.endedNanos());
        }
    }

    /**
     * Acknowledges runs that take long, before the broker loses patience; they rest on their claim
     * alone from then on.
     */
    void acknowledgeEarly() {
        if (System.nanoTime() - scannedNanos < SCAN_NANOS) {
            return;
        }
        scannedNanos = System.nanoTime();
        for (Run run : runs.all()) {
            if (run.started() && run.runningNanos() > earlyAckNanos) {
                run.settle();
            }
        }
    }
}
