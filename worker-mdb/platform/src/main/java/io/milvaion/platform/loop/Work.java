package io.milvaion.platform.loop;

import java.time.Duration;

/** What a {@link Loop} does; all but {@link #unblock} on the loop's thread. */
@FunctionalInterface
public interface Work {

    /**
     * Does the next part of it.
     *
     * @return how long to rest then; zero to go on at once
     * @throws Exception to be logged; the loop goes on
     */
    Duration step() throws Exception;

    /** How long to rest after a step that has failed. */
    default Duration restAfterFailure() {
        return Duration.ofSeconds(1);
    }

    /** Ends a step that waits for something, since the loop is to end; comes until it does. */
    default void unblock() {}

    /** Called once, after the last step. */
    default void end() {}
}
