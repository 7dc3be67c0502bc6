package io.milvaion.bench;

import io.milvaion.launcher.rest.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Calls over REST, on several connections at once, each as fast as it is answered. */
record Load(Target target) {

    static final int CONNECTIONS = 16;

    private static final Duration LASTING = Duration.ofSeconds(10);
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final long SLOWEST_MICROS = TimeUnit.SECONDS.toMicros(60);

    /** One request with its answer. */
    @FunctionalInterface
    interface Call {
        /**
         * @param connection from 0
         */
        void make(Api api, int connection) throws Exception;
    }

    void measure(String name, Call call, Figures figures) throws Exception {
        repeat(call, BEFORE);
        var cpuBefore = target.cpuTime();
        var micros = repeat(call, LASTING);
        var cpu = target.cpuTime().minus(cpuBefore);
        var count = micros.getTotalCount();
        String over = "%s, %d connections".formatted(name, CONNECTIONS);
        figures.add(over, "calls/s", count * 1e9 / LASTING.toNanos());
        figures.add(over + ", p50", "ms", micros.getValueAtPercentile(50) / 1e3);
        figures.add(over + ", p99", "ms", micros.getValueAtPercentile(99) / 1e3);
        figures.add(over + ", CPU time of the JVM", "us/call", cpu.toNanos() / 1e3 / count);
    }

    /** How long each call took. */
    private Histogram repeat(Call call, Duration lasting) throws Exception {
        long end = System.nanoTime() + lasting.toNanos();
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Histogram>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int connection = i;
                all.add(threads.submit(() -> repeat(call, connection, end)));
            }
            var micros = new Histogram(SLOWEST_MICROS, 3);
            for (var one : all) {
                micros.add(one.get());
            }
            return micros;
        } finally {
            threads.shutdownNow();
        }
    }

    private Histogram repeat(Call call, int connection, long end) throws Exception {
        var api = target.api();
        var micros = new Histogram(SLOWEST_MICROS, 3);
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            call.make(api, connection);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        }
        return micros;
    }
}
