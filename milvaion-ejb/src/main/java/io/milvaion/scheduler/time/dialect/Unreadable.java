package io.milvaion.scheduler.time.dialect;

/** An item that a field does not understand; the message goes on a sentence about it. */
final class Unreadable extends RuntimeException {

    Unreadable(String reason) {
        super(reason);
    }
}
