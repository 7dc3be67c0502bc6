package io.milvaion.platform.loop;

/** {@link Work} that knows nothing of its rests. */
@FunctionalInterface
public interface Task {

    /**
     * Does it once.
     *
     * @throws Exception to be logged; the loop goes on
     */
    void run() throws Exception;

    /** Called once, after the last time. */
    default void end() {}
}
