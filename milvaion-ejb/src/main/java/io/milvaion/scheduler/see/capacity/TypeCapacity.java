package io.milvaion.scheduler.see.capacity;

import io.milvaion.scheduler.state.flow.QueueFlow;
import io.milvaion.scheduler.state.flow.RunQueue;
import io.milvaion.scheduler.state.flow.Spread;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the workers of a job type can do, by the formula throughput = slots / duration.
 *
 * @param workerGroup that the jobs are pinned to, or null
 * @param workers live ones that take runs of this queue
 * @param slots runs of the type at once; other types may want the same slots
 * @param measuredRuns that ended within the last five minutes; 0: durations are not known
 * @param p95Ms exact to a tenth
 * @param arrivalsPerSecond within the last minute
 * @param waiting runs, or messages while runs are not counted, or null if nobody knows
 * @param throughputPerSecond null also where runs take no time to speak of
 * @param utilisation arrivals by throughput; from 1 on the queue grows
 * @param need for the target; null without one, or if durations are not known
 */
public record TypeCapacity(
        String jobType,
        @Nullable String workerGroup,
        long workers,
        long slots,
        long measuredRuns,
        @Nullable Double meanMs,
        @Nullable Long p95Ms,
        double arrivalsPerSecond,
        @Nullable Long waiting,
        @Nullable Double throughputPerSecond,
        @Nullable Double utilisation,
        @Nullable Need need) {

    private static final double MINUTE = 60;
    private static final double P95 = 0.95;

    /**
     * @param flow null: nothing has gone through lately
     * @param rate that is wanted
     */
    static TypeCapacity of(
            RunQueue queue, Slots has, QueueFlow flow, Long waiting, OptionalDouble rate) {
        double arrivals = arrivals(flow);
        Double mean = flow == null || flow.ended() == 0 ? null : meanOf(flow);
        Double throughput =
                mean == null || mean == 0 ? null : (Double) (1_000 * has.slots() / mean);
        return new TypeCapacity(
                queue.jobType(),
                queue.workerGroup(),
                has.workers(),
                has.slots(),
                flow == null ? 0 : flow.ended(),
                mean,
                mean == null ? null : (Long) Spread.quantile(flow.spread(), P95),
                arrivals,
                waiting,
                throughput,
                throughput == null || throughput == 0 ? null : (Double) (arrivals / throughput),
                mean == null || rate.isEmpty() ? null : need(rate.getAsDouble(), mean, has));
    }

    static double arrivals(QueueFlow flow) {
        return flow == null ? 0 : flow.published() / MINUTE;
    }

    private static Double meanOf(QueueFlow flow) {
        return (double) flow.totalMs() / flow.ended();
    }

    static Need need(double perSecond, double meanMs, Slots has) {
        // A sum of decimals may be a hair above the whole number that it is.
        long slots = Math.max(1, (long) Math.ceil(perSecond * meanMs / 1_000 - 1e-9));
        boolean none = has.slots() == 0;
        return new Need(
                perSecond,
                slots,
                none ? null : (Long) ceil(slots * has.workers(), has.slots()),
                none ? null : (Long) ceil(slots, has.workers()));
    }

    private static long ceil(long of, long by) {
        return (of + by - 1) / by;
    }
}
