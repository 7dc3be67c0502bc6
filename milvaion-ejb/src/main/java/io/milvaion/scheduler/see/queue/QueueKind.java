package io.milvaion.scheduler.see.queue;

/** What goes through a queue. */
public enum QueueKind {
    RUNS,
    REPORTS,
    DEAD_LETTERS
}
