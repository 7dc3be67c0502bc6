package io.milvaion.worker.runtime.delivery;

import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.worker.runtime.attempt.Attempt;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.runtime.queue.JobQueue;
import io.milvaion.worker.runtime.queue.Prefetch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All attempts of one job type in this worker: its slots, the attempts that wait for one, claimed
 * or not yet, and the queues that they come from. Loop thread only, but for the definition.
 */
final class Lane {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final JobDefinition definition;
    private final Slots slots;
    private final Prefetch prefetch;
    private final Deque<Attempt> waiting = new ArrayDeque<>();
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

    /**
     * Gives it the queues that its messages come from.
     *
     * @param group the worker group of this worker, or null
     */
    void connect(String group, BrokerLink link, Deliveries deliveries) {
        var type = definition.type().name();
        var names = new ArrayList<>(List.of(BrokerNames.jobQueue(null, type)));
        if (group != null) {
            names.add(BrokerNames.jobQueue(group, type));
        }
        for (String name : names) {
            queues.add(
                    new JobQueue(
                            name,
                            link,
                            (delivery, receipt) -> deliveries.read(this, delivery, receipt)));
        }
    }

    JobDefinition definition() {
        return definition;
    }

    Slots slots() {
        return slots;
    }

    /** Claimed attempts without a slot, oldest first. */
    Deque<Attempt> waiting() {
        return waiting;
    }

    /** What has come since, in order. */
    Deque<Arrival> unclaimed() {
        return unclaimed;
    }

    /** An attempt has left {@code execute}. */
    void returned(Attempt attempt) {
        slots.release();
        prefetch.observeDuration(attempt.durationNanos());
    }

    /** The deliveries of an attempt are acknowledged. */
    void settled(Attempt attempt) {
        if (attempt.started()) {
            prefetch.observeSettling(System.nanoTime() - attempt.endedNanos());
        }
    }

    /**
     * Consumes while attempts can start. When none could for a second the lane is paused: its
     * consumers are cancelled and its waiting attempts belong to others. It resumes when one can
     * start.
     *
     * @param mayStart whether the worker as a whole lets attempts start
     * @param none whether it takes no work at all, because it stops or is drained
     */
    void consume(boolean mayStart, boolean none) {
        long now = System.nanoTime();
        long releases = slots.releases();
        if (mayStart && (slots.free() || releases != releasesSeen)) {
            blocked = false;
            releasesSeen = releases;
        } else if (!blocked) {
            blocked = true;
            blockedSince = now;
        }
        paused = none || (blocked && now - blockedSince > PATIENCE_NANOS);
        queues.forEach(queue -> queue.consume(!paused, prefetch));
    }

    boolean paused() {
        return paused;
    }

    /** Sends the acknowledgements of what was settled since the last call. */
    void acknowledge() {
        queues.forEach(JobQueue::acknowledge);
    }

    void close() {
        queues.forEach(JobQueue::close);
    }
}
