package io.milvaion.bench.peer;

import io.milvaion.bench.Due;
import io.milvaion.bench.Figures;
import io.milvaion.bench.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** What is measured of a peer, as it is measured of our node. For one thread. */
final class PeerScenarios {

    private static final long POLL_MILLIS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final double NANOS = 1e9;

    /** Longer than any peer looks ahead, so that all runs are entered when it looks. */
    private static final long LEAD_SECONDS = 6;

    private final Peer peer;
    private double planSeconds = 0.002; // of one run; measured each time

    PeerScenarios(Peer peer) {
        this.peer = peer;
    }

    /**
     * Many runs due at the same instant. A peer that starts some before gets no time as a present:
     * then it is counted from the first start.
     */
    void drain(int runs, Figures figures) throws Exception {
        var planned = plan(runs, lead -> Due.atOnce(runs, lead));
        planned.awaitFirst();
        var cpuBefore = cpuTime();
        var recorded = planned.awaitRecorded();
        var cpu = cpuTime().minus(cpuBefore);
        var starts = planned.starts();
        var from = min(planned.due().first(), starts.first());
        figures.add("drain, due to last recorded", "runs/s", rate(runs, from, recorded));
        figures.add(
                "drain, first to last start", "runs/s", rate(runs, starts.first(), starts.last()));
        figures.add("drain, due to started", planned.lateness(figures, "drain"));
        figures.add("drain, CPU time of the JVM", "us/run", cpu.toNanos() / 1e3 / runs);
    }

    /** Runs due at a steady rate. */
    void latency(int rate, int seconds, boolean spread, Figures figures) throws Exception {
        var planned = plan(rate * seconds, lead -> Due.steady(rate, seconds, spread, lead));
        planned.awaitRecorded();
        String name = Due.steadyName(rate, spread);
        figures.add(name, planned.lateness(figures, name));
    }

    /** Runs that are to start at once. */
    void trigger(Figures figures) throws Exception {
        var sent = new ArrayList<Instant>();
        var starts = Starts.expect(Pace.TRIGGERS);
        var pace = new Pace();
        for (int i = 0; i < Pace.TRIGGERS; i++) {
            pace.await();
            sent.add(Instant.now());
            peer.trigger(i);
        }
        var triggered = new Planned(new Due(sent), starts);
        triggered.awaitRecorded();
        figures.add(Pace.TRIGGERED, triggered.lateness(figures, Pace.TRIGGERED));
    }

    private Planned plan(int runs, LongFunction<Due> withLead) throws Exception {
        var starts = Starts.expect(runs);
        var due = withLead.apply(LEAD_SECONDS + (long) Math.ceil(1.5 * planSeconds * runs));
        long begun = System.nanoTime();
        peer.plan(due.instants());
        planSeconds = Math.max(1e-4, (System.nanoTime() - begun) / NANOS / runs);
        if (Instant.now().isAfter(due.first())) {
            throw new IllegalStateException("the runs could not be entered before they were due");
        }
        return new Planned(due, starts);
    }

    /** Runs that are entered, and their starts. */
    private final class Planned {

        private final Due due;
        private final Starts starts;

        Planned(Due due, Starts starts) {
            this.due = due;
            this.starts = starts;
        }

        Due due() {
            return due;
        }

        Starts starts() {
            return starts;
        }

        /** Returns when the first is due, or has started before that. */
        void awaitFirst() throws InterruptedException {
            while (starts.count() == 0 && Instant.now().isBefore(due.first())) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }

        /** Returns when all were seen to be recorded, at most some 20 ms late. */
        Instant awaitRecorded() throws Exception {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!starts.all() || peer.hasUnrecorded()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "%d of %d runs have started, and not all are recorded, within %s"
                                    .formatted(starts.count(), due.size(), LIMIT));
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            var recorded = Instant.now();
            starts.requireOnce();
            return recorded;
        }

        /**
         * How far the starts are from due, in milliseconds. A start that is early misses its time
         * as a late one does, so it counts by its distance, and it is told how many are.
         */
        Histogram lateness(Figures figures, String name) {
            var histogram = new Histogram(LIMIT.toMillis(), 3);
            int early = 0;
            for (int i = 0; i < due.size(); i++) {
                long late = Duration.between(due.instants().get(i), starts.at(i)).toMillis();
                early += late < 0 ? 1 : 0;
                histogram.recordValue(Math.abs(late));
            }
            figures.add(name + ", started early", "%", 100.0 * early / due.size());
            return histogram;
        }
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static double rate(int runs, Instant from, Instant to) {
        return runs * NANOS / Math.max(1, Duration.between(from, to).toNanos());
    }

    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
