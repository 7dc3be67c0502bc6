package io.milvaion.scheduler.state.index;

/**
 * A member that nothing here writes, found and removed.
 *
 * @param set schedule, ready, dispatching or open
 */
public record Discarded(String set, String member) {}
