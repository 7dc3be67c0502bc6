package io.milvaion.worker.runtime.delivery;

import io.milvaion.contract.JobType;
import io.milvaion.worker.runtime.attempt.Attempt;
import io.milvaion.worker.runtime.job.JobDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The lanes of this worker, one for each job type. Loop thread only. */
final class Lanes implements Iterable<Lane> {

    private final Map<JobType, Lane> byType = new HashMap<>();
    private final Deque<Lane> order = new ArrayDeque<>();

    /**
     * @param slots of the whole worker
     */
    Lanes(Collection<JobDefinition> jobs, int slots) {
        var all = new Slots(slots);
        for (JobDefinition job : jobs) {
            var lane = new Lane(job, all.ofType(job.maxParallelJobs()));
            byType.put(job.type(), lane);
            order.add(lane);
        }
    }

    Lane of(Attempt attempt) {
        return byType.get(attempt.definition().type());
    }

    /** The lane that was served first is the last one now. */
    void rotate() {
        order.addLast(order.removeFirst());
    }

    /** First the one to be served first. */
    @Override
    public Iterator<Lane> iterator() {
        return order.iterator();
    }

    /** Whether messages have come that are not claimed. */
    boolean hasUnclaimed() {
        return order.stream().anyMatch(lane -> !lane.unclaimed().isEmpty());
    }

    /** Whether an attempt waits although there is a slot for it. */
    boolean canStart() {
        return order.stream()
                .filter(lane -> lane.slots().free())
                .anyMatch(lane -> !lane.waiting().isEmpty() || !lane.unclaimed().isEmpty());
    }
}
