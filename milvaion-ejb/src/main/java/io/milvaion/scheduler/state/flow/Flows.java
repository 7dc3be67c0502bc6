package io.milvaion.scheduler.state.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Counts what this node publishes and what it is told of runs, by queue: all nodes together see all
 * of it. Safe to share; a call costs well under a microsecond.
 */
@ApplicationScoped
public class Flows {

    /** More queues are not counted, so that nobody's job types fill the memory. */
    private static final int MOST_QUEUES = 100;

    private final Map<RunQueue, FlowMeter> meters = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    public Flows() {
        this(System::nanoTime);
    }

    Flows(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The broker has confirmed runs. */
    public void published(RunQueue queue, int runs) {
        meter(queue).ifPresent(meter -> meter.published(nanoTime.getAsLong(), runs));
    }

    /** A worker has started a run, as it says. */
    public void started(RunQueue queue) {
        meter(queue).ifPresent(meter -> meter.started(nanoTime.getAsLong()));
    }

    /** An attempt has ended, as its worker says. */
    public void ended(RunQueue queue, long milliseconds) {
        meter(queue).ifPresent(meter -> meter.ended(nanoTime.getAsLong(), milliseconds));
    }

    /** What this node has seen lately. */
    public List<QueueFlow> read() {
        long now = nanoTime.getAsLong();
        meters.values().removeIf(meter -> meter.isIdle(now));
        return meters.entrySet().stream()
                .map(each -> each.getValue().read(each.getKey(), now))
                .toList();
    }

    private Optional<FlowMeter> meter(RunQueue queue) {
        var known = meters.get(queue);
        if (known != null || meters.size() >= MOST_QUEUES) {
            return Optional.ofNullable(known);
        }
        return Optional.of(meters.computeIfAbsent(queue, q -> new FlowMeter()));
    }
}
