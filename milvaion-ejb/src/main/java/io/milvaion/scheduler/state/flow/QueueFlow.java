package io.milvaion.scheduler.state.flow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has gone through a queue of runs, as one node or several have seen it: published and started
 * within the last minute, ended within the last five.
 *
 * @param totalMs the durations of those that have ended, together
 * @param spread the same durations, counted by step of {@link Spread}
 */
public record QueueFlow(
        String jobType,
        @Nullable String workerGroup,
        long published,
        long started,
        long ended,
        long totalMs,
        Map<Integer, Integer> spread) {

    public RunQueue queue() {
        return new RunQueue(jobType, workerGroup);
    }

    /** What two nodes have seen of the same queue. */
    public QueueFlow plus(QueueFlow other) {
        var both = new HashMap<>(spread);
        other.spread.forEach((step, count) -> both.merge(step, count, Integer::sum));
        return new QueueFlow(
                jobType,
                workerGroup,
                published + other.published,
                started + other.started,
                ended + other.ended,
                totalMs + other.totalMs,
                both);
    }
}
