package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.attempt.Attempt;

/**
 * A message that has come and whose attempt is not claimed yet.
 *
 * @param attempt what it asks for, with the receipt of the message
 * @param cameNanos when it came, of {@link System#nanoTime}
 * @param redelivered whether somebody may have had it before
 * @param doubtSettled whether it is known that the run has not ended long ago
 */
record Arrival(Attempt attempt, long cameNanos, boolean redelivered, boolean doubtSettled) {

    Arrival(Attempt attempt, boolean redelivered) {
        this(attempt, System.nanoTime(), redelivered, false);
    }

    Arrival withDoubtSettled() {
        return new Arrival(attempt, cameNanos, redelivered, true);
    }
}
