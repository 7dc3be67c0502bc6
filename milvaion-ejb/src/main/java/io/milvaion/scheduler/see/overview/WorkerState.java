package io.milvaion.scheduler.see.overview;

/** How a worker instance stands. */
public enum WorkerState {
    /** It takes runs, as far as it can. */
    ACTIVE,
    /** It was told to take no new runs, and does not obey yet or still runs some. */
    DRAINING,
    /** It was told to take no new runs, and runs none. */
    DRAINED,
    /** It was not heard of for 30 s. */
    STALE
}
