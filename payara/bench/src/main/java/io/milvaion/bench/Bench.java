package io.milvaion.bench;

import io.milvaion.bench.peer.PeerKind;
import io.milvaion.bench.raw.RawLimit;
import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts services, then one after the other a node, the raw limit and the peers, or a node and one
 * of an earlier build in turns; measures, prints and stops everything. What is measured has the
 * machine for itself.
 */
public final class Bench {

    private static final List<Integer> COUNTS_OF_WORKERS = List.of(1, 2, 4, 8);

    private Bench() {}

    /**
     * Returns when everything has been measured and stopped.
     *
     * @throws Exception if something did not start, or runs did not end in time
     */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        var options = Options.of(System.getProperties());
        var given = ServiceUrls.fromEnvironment(System.getenv());
        try (var services = EmbeddedServices.start(options.data(), given, Console::say)) {
            var urls = services.urls();
            double load = Surroundings.load();
            var results = new Results();
            if (options.asksForBaseline()) {
                new Turns(options, services, given.rabbitmq() != null, results).measure();
            } else if (options.asksForNode()) {
                measureOurs(options, urls, results.of(Results.MILVAION));
            }
            if (options.asksFor(Options.RAW)) {
                measureRaw(options, urls, results.of(Results.RAW));
            }
            if (options.asksFor(Options.PEERS)) {
                for (var peer : PeerKind.chosen(options.peers())) {
                    measurePeer(options, urls, peer, results.of(peer.title()));
                }
            }
            var report = Report.of(urls, options, results, load);
            report.save(options.data());
            Console.say(report.json());
            Console.say(report.markdown());
        }
    }

    private static void measureOurs(Options options, ServiceUrls urls, Figures figures)
            throws Exception {
        try (var target = Target.start(options, Build.present(options, urls))) {
            measureNode(options, new NodeScenarios(options, target), figures);
            if (options.asksForWorkers()) {
                measureWorkers(options, urls, target, figures);
            }
        }
    }

    private static void measureNode(Options options, NodeScenarios scenarios, Figures figures)
            throws Exception {
        var ofEachRound = scenarios.ofEachRound();
        var once = scenarios.once();
        if (!ofEachRound.isEmpty() || !once.isEmpty()) {
            scenarios.warmUp();
            measure(ofEachRound, options.rounds(), figures);
            measure(once, 1, figures);
        }
    }

    private static void measureWorkers(
            Options options, ServiceUrls urls, Target target, Figures figures) throws Exception {
        try (var workers = GuideWorkers.open(options, urls, target)) {
            if (options.asksFor(Options.GUIDE)) {
                workers.growTo(1);
                var rows = Arrays.stream(GuideRow.values());
                measureWarm(
                        rows.map(row -> Throughput.guide(target, row)).toList(), options, figures);
            }
            if (options.asksFor(Options.WORKERS)) {
                for (int count : COUNTS_OF_WORKERS) {
                    workers.growTo(count);
                    var mails = Throughput.workers(target, GuideRow.MAIL, count);
                    measureWarm(List.of(mails), options, figures);
                }
            }
        }
    }

    private static void measureWarm(List<Throughput> loads, Options options, Figures figures)
            throws Exception {
        Console.say("Warming up");
        for (var load : loads) {
            load.warmUp(options.warmup());
        }
        measure(loads, options.rounds(), figures);
    }

    private static void measureRaw(Options options, ServiceUrls urls, Figures figures)
            throws Exception {
        Console.say("The raw limit");
        try (var database = OwnDatabase.copy(urls, "milvaion_bench_raw");
                var raw = RawLimit.open(database.url(), urls, options.runs())) {
            raw.measure((name, unit, value) -> {});
            measure(List.of(raw), options.rounds(), figures);
        }
    }

    private static void measurePeer(
            Options options, ServiceUrls urls, PeerKind peer, Figures figures) throws Exception {
        Console.say(peer.title());
        try (var database = OwnDatabase.create(urls, "milvaion_bench_" + peer.option())) {
            new PeerProcess(peer, options, database.url()).measure(figures);
        }
    }

    private static void measure(List<? extends Scenario> scenarios, int rounds, Figures figures)
            throws Exception {
        for (int round = 1; round <= rounds; round++) {
            Console.say("Round " + round);
            for (Scenario scenario : scenarios) {
                scenario.measure(figures);
            }
        }
    }
}
