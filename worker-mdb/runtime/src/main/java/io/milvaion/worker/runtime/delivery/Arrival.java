package io.milvaion.worker.runtime.delivery;

/**
 * A message that has just come.
 *
 * @param run what it asks for, with the receipt of the message
 * @param redelivered whether somebody may have had it before
 * @param doubtSettled whether it is known that the run has not ended long ago
 */
record Arrival(Run run, boolean redelivered, boolean doubtSettled) {

    Arrival withDoubtSettled() {
        return new Arrival(run, redelivered, true);
    }
}
