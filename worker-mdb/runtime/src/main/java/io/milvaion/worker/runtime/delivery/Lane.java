package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.job.JobDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All runs of one job type in this worker: its slots, the runs that wait for one, claimed or not
 * yet, and the queues that they come from. Loop thread only, but for the definition.
 */
final class Lane {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final JobDefinition definition;
    private final Slots slots;
    private final Prefetch prefetch;
    private final Deque<Run> waiting = new ArrayDeque<>();
    private final Deque<Arrival> unclaimed = new ArrayDeque<>();
    private final List<JobQueue> queues = new ArrayList<>();
    private boolean blocked;
    private long blockedSince;
    private long releasesSeen;
    private boolean paused;

    Lane(JobDefinition definition, Slots slots) {
        this.definition = definition;
        this.slots = slots;
        this.prefetch = new Prefetch(definition.maxParallelJobs());
    }

    JobDefinition definition() {
        return definition;
    }

    Slots slots() {
        return slots;
    }

    Prefetch prefetch() {
        return prefetch;
    }

    /** Claimed runs without a slot, oldest first. */
    Deque<Run> waiting() {
        return waiting;
    }

    /** What has come since, in order. */
    Deque<Arrival> unclaimed() {
        return unclaimed;
    }

    List<JobQueue> queues() {
        return queues;
    }

    /**
     * Looks whether runs can start. When none could for a second the lane is paused: its consumers
     * are cancelled and its waiting runs belong to others. It resumes when one can start.
     *
     * @param mayStart whether the worker as a whole lets runs start
     * @param stopping whether it takes no work at all any more
     */
    void look(boolean mayStart, boolean stopping) {
        long now = System.nanoTime();
        long releases = slots.releases();
        if (mayStart && (slots.free() || releases != releasesSeen)) {
            blocked = false;
            releasesSeen = releases;
        } else if (!blocked) {
            blocked = true;
            blockedSince = now;
        }
        paused = stopping || (blocked && now - blockedSince > PATIENCE_NANOS);
    }

    boolean paused() {
        return paused;
    }
}
