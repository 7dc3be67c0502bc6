package io.milvaion.scheduler.see.capacity;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.see.figure.Figures;
import io.milvaion.scheduler.see.figure.SharedAnswer;
import io.milvaion.scheduler.see.queue.QueueKind;
import io.milvaion.scheduler.see.queue.QueueList;
import io.milvaion.scheduler.see.queue.QueueState;
import io.milvaion.scheduler.see.queue.QueueView;
import io.milvaion.scheduler.state.flow.RunQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Plans capacity by what was measured; asks the servers once a second at most. */
@ApplicationScoped
public class CapacityView {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private QueueView queues;
    private Figures figures;
    private SharedAnswer<List<Slots>> slots;

    protected CapacityView() {} // for the container's proxy

    @Inject
    public CapacityView(Database database, QueueView queues, Figures figures) {
        this.queues = queues;
        this.figures = figures;
        this.slots = new SharedAnswer<>(FRESH, () -> database.autocommit(Slots::all));
    }

    /**
     * Every queue of runs.
     *
     * @param jobType of which to tell, or null for all
     */
    public Capacity read(CapacityTarget target, String jobType) {
        var now = queues.read();
        return new Capacity(
                now.at(),
                now.queues().stream()
                        .filter(queue -> queue.kind() == QueueKind.RUNS)
                        .filter(queue -> jobType == null || jobType.equals(queue.jobType()))
                        .map(queue -> of(queue, target, now))
                        .toList());
    }

    private TypeCapacity of(QueueState state, CapacityTarget target, QueueList now) {
        var queue = new RunQueue(state.jobType(), state.workerGroup());
        var flow = figures.flows().get(queue);
        var has =
                slots.get().stream()
                        .filter(each -> each.take(queue))
                        .reduce(Slots.NONE, Slots::plus);
        var waiting = waiting(state);
        var rate = target.rate(TypeCapacity.arrivals(flow), waiting, now.at());
        return TypeCapacity.of(queue, has, flow, waiting, rate);
    }

    /** Messages of runs that were cancelled may lie in a queue for ever: they are no work. */
    private static Long waiting(QueueState state) {
        return state.open() == null ? state.ready() : (Long) state.open().waiting();
    }
}
