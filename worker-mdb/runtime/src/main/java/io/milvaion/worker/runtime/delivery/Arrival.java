package io.milvaion.worker.runtime.delivery;

/**
 * A message that has come and whose run is not claimed yet.
 *
 * @param run what it asks for, with the receipt of the message
 * @param cameNanos when it came, of {@link System#nanoTime}
 * @param redelivered whether somebody may have had it before
 * @param doubtSettled whether it is known that the run has not ended long ago
 */
record Arrival(Run run, long cameNanos, boolean redelivered, boolean doubtSettled) {

    Arrival(Run run, boolean redelivered) {
        this(run, System.nanoTime(), redelivered, false);
    }

    Arrival withDoubtSettled() {
        return new Arrival(run, cameNanos, redelivered, true);
    }
}
