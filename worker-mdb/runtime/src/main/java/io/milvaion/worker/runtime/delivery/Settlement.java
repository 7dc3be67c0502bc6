package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.AttemptKey;
import io.milvaion.worker.runtime.EndedAttempt;
import io.milvaion.worker.runtime.attempt.Attempt;
import io.milvaion.worker.runtime.attempt.HeldAttempts;
import io.milvaion.worker.runtime.claim.ClaimCall;
import io.milvaion.worker.runtime.claim.PendingCalls;
import io.milvaion.worker.runtime.report.Confirmed;
import java.util.concurrent.TimeUnit;

/**
 * What follows when the report on an attempt is confirmed: its claim is marked done, and then its
 * message is acknowledged. Loop thread only.
 */
final class Settlement {

    private static final long SCAN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Lanes lanes;
    private final HeldAttempts held;
    private final StoredEnds storedEnds;
    private final PendingCalls calls;
    private final long earlyAckNanos;
    private long scannedNanos = System.nanoTime();

    Settlement(
            Lanes lanes,
            HeldAttempts held,
            StoredEnds storedEnds,
            PendingCalls calls,
            int earlyAckSeconds) {
        this.lanes = lanes;
        this.held = held;
        this.storedEnds = storedEnds;
        this.calls = calls;
        this.earlyAckNanos = TimeUnit.SECONDS.toNanos(earlyAckSeconds);
    }

    /** The broker has these reports and this poison. */
    void confirmed(Confirmed confirmed) {
        for (EndedAttempt ended : confirmed.ends()) {
            var attempt = held.find(ended.key());
            if (attempt != null) {
                reported(attempt, ended);
            } else { // it was executed by a process before this one
                calls.add(ClaimCall.done(ended), reply -> storedEnds.settle(ended.key()));
            }
        }
        for (AttemptKey abandoned : confirmed.abandoned()) {
            var attempt = held.find(abandoned);
            if (attempt != null) { // from now on it rests on its claim alone
                attempt.settle();
            }
        }
        confirmed.poison().forEach(poison -> poison.receipt().settle());
    }

    private void reported(Attempt attempt, EndedAttempt ended) {
        if (attempt.claimed() && !attempt.lost()) {
            calls.add(ClaimCall.done(ended), reply -> finish(attempt));
        } else {
            finish(attempt);
        }
    }

    private void finish(Attempt attempt) {
        attempt.settle();
        held.remove(attempt);
        lanes.of(attempt).settled(attempt);
    }

    /**
     * Acknowledges attempts that take long, before the broker loses patience; they rest on their
     * claim alone from then on.
     */
    void acknowledgeEarly() {
        if (System.nanoTime() - scannedNanos < SCAN_NANOS) {
            return;
        }
        scannedNanos = System.nanoTime();
        for (Attempt attempt : held.all()) {
            if (attempt.started() && attempt.runningNanos() > earlyAckNanos) {
                attempt.settle();
            }
        }
    }

    /**
     * Whether nothing is held whose report is not in the local store, but for what was given up and
     * goes on: nobody waits for that any longer.
     */
    boolean nothingToLose() {
        return held.all().stream()
                .allMatch(attempt -> attempt.abandoned() || storedEnds.waits(attempt.key()));
    }
}
