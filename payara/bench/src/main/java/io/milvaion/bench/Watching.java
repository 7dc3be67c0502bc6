package io.milvaion.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.ConcurrentHistogram;

/** Many clients that watch all occurrences while runs go through at a steady rate. */
record Watching(Target target, int seconds) implements Scenario {

    private static final int CLIENTS = 1_000;

    /** Every so many clients one reads the events; the others only count them. */
    private static final int READER_EACH = 50;

    private static final int RATE = 200;
    private static final long LEAD_SECONDS = 5;
    private static final long SLOWEST_MILLIS = 600_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Override
    public void measure(Figures figures) throws Exception {
        var delays =
                new Watcher.Delays(
                        new ConcurrentHistogram(SLOWEST_MILLIS, 3),
                        new ConcurrentHistogram(SLOWEST_MILLIS, 3));
        var watchers = new ArrayList<Watcher>();
        var sockets = new ArrayList<WebSocket>();
        try {
            connect(watchers, sockets, delays);
            awaitQuiet(watchers);
            watchers.forEach(Watcher::forgetSummaries);
            watch(watchers, delays, figures);
        } finally {
            sockets.forEach(WebSocket::abort);
        }
    }

    private void connect(List<Watcher> watchers, List<WebSocket> sockets, Watcher.Delays delays) {
        var client = HttpClient.newHttpClient();
        var events = URI.create("ws" + target.root().resolve("ws/events").toString().substring(4));
        for (int i = 0; i < CLIENTS; i++) {
            var watcher = new Watcher(i % READER_EACH == 0 ? delays : null);
            var socket =
                    client.newWebSocketBuilder()
                            .header("Authorization", target.key().authorization())
                            .buildAsync(events, watcher)
                            .join();
            watchers.add(watcher);
            sockets.add(socket);
            socket.sendText("{\"subscribe\":[\"occurrences\"]}", true).join();
        }
    }

    private void watch(List<Watcher> watchers, Watcher.Delays delays, Figures figures)
            throws Exception {
        var due = Due.steady(RATE, seconds, true, LEAD_SECONDS + RATE * seconds / 5_000);
        var runs = new Occurrences(target.database(), due.first(), due.last());
        target.jobs().plan(due.instants());
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), due.first()).toMillis()));
        var cpuBefore = target.cpuTime();
        var ownBefore = ownCpuTime();
        runs.awaitCompleted(due.size(), LIMIT);
        awaitQuiet(watchers);
        var lasted = Duration.between(due.first(), Instant.now());
        var cpu = target.cpuTime().minus(cpuBefore);
        var ownCpu = ownCpuTime().minus(ownBefore);
        String name = "%,d WebSocket clients, %d runs/s".formatted(CLIENTS, RATE);
        report(name, watchers.stream().map(Watcher::got).toList(), due.size(), figures);
        figures.add(name + ": end of a run to the node's message", delays.endToMessage());
        figures.add(name + ": end of a run to the client", delays.endToReceipt());
        figures.add(name + ": lateness of starts", runs.lateness());
        figures.add(name + ": CPU of the node", "% of a CPU", share(cpu, lasted));
        figures.add(name + ": CPU of all clients", "% of a CPU", share(ownCpu, lasted));
    }

    private static void report(String name, List<Watcher.Got> got, int runs, Figures figures) {
        figures.add(
                name + ": clients that got the end of every run",
                "clients",
                (double) got.stream().filter(g -> g.completed() == runs).count());
        figures.add(
                name + ": whole clients",
                "clients",
                (double) got.stream().filter(g -> g.whole() && g.summaries() == 0).count());
        figures.add(
                name + ": ends of runs that clients got",
                "%",
                got.stream().mapToLong(Watcher.Got::completed).sum()
                        * 100.0
                        / ((double) CLIENTS * runs));
    }

    /** Waits until nobody has got anything for a second: all that was on its way is there. */
    private static void awaitQuiet(List<Watcher> watchers) throws InterruptedException {
        long before = -1;
        for (long now = messages(watchers); now != before; now = messages(watchers)) {
            before = now;
            Thread.sleep(1_000);
        }
    }

    private static long messages(List<Watcher> watchers) {
        return watchers.stream().mapToLong(watcher -> watcher.got().messages()).sum();
    }

    private static Duration ownCpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double share(Duration cpu, Duration lasted) {
        return 100.0 * cpu.toNanos() / lasted.toNanos();
    }
}
