package io.milvaion.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is measured and how, by system properties {@code bench.…} with the names of the components;
 * {@code bench} itself gives the scenarios.
 *
 * @param scenarios of {@code latency}, {@code trigger}, {@code drain}, {@code guide}, {@code
 *     workers}, {@code raw}, {@code capacity}, {@code scale}, {@code rest}, {@code access}, {@code
 *     websocket} and {@code peers}; with {@code peers} the first three are measured of the peers,
 *     too, all of them if none is asked for
 * @param peers which peers, by the last parts of their options; empty for all
 * @param nodes how many of ours share the work, each with {@code threads}, 1 to 9; of a peer there
 *     is one
 * @param threads runs at once, of our worker and of each peer, 1 to 2,000
 * @param rate runs due in each second of the latency scenario, 1 to 1,000, one or several
 * @param seconds how long the latency scenario lasts at each rate
 * @param runs due at once in the drain scenario
 * @param scheduled jobs that are due in years, more than 1,000, in the scale scenario
 * @param many runs due at once in the scale scenario
 * @param history occurrences of the past in the scale scenario, 1,000 or more
 * @param rounds of each scenario; medians are reported
 * @param warmup runs drained before the first round
 * @param baseline a checkout of an earlier version that has been built, or null: its node is
 *     measured in turns with ours, in the scenarios {@code latency}, {@code trigger}, {@code
 *     drain}, {@code rest}, {@code access} and {@code websocket}
 * @param jvm flags of the JVM of the node and of each peer
 * @param workerJvm flags of the JVM of each worker of {@code guide} and {@code workers}
 */
public record Options(
        List<String> scenarios,
        List<String> peers,
        int nodes,
        int threads,
        List<Integer> rate,
        int seconds,
        int runs,
        int scheduled,
        int many,
        int history,
        int rounds,
        int warmup,
        Path baseline,
        List<String> jvm,
        List<String> workerJvm,
        Path payara,
        Path war,
        Path workerWar,
        Path data) {

    public static final String LATENCY = "latency";
    public static final String TRIGGER = "trigger";
    public static final String DRAIN = "drain";
    static final String GUIDE = "guide";
    static final String WORKERS = "workers";
    static final String RAW = "raw";
    static final String CAPACITY = "capacity";
    static final String SCALE = "scale";
    static final String REST = "rest";
    static final String ACCESS = "access";
    static final String WEBSOCKET = "websocket";
    static final String PEERS = "peers";

    private static final Set<String> OF_A_BASELINE =
            Set.of(LATENCY, TRIGGER, DRAIN, REST, ACCESS, WEBSOCKET);
    private static final String WAR = "milvaion-web/target/milvaion.war";
    private static final List<String> OF_ALL = List.of(LATENCY, TRIGGER, DRAIN);
    private static final Set<String> KNOWN =
            Set.of(
                    LATENCY, TRIGGER, DRAIN, GUIDE, WORKERS, RAW, CAPACITY, SCALE, REST, ACCESS,
                    WEBSOCKET, PEERS);
    private static final String SMALL = "-Xms256m -Xmx256m -XX:+UseParallelGC";
    private static final String LOADABLE = "-Xms1g -Xmx1g -XX:+UseParallelGC";

    public Options {
        var known = baseline == null ? KNOWN : OF_A_BASELINE;
        for (String scenario : scenarios) {
            if (!known.contains(scenario)) {
                throw new IllegalArgumentException(
                        "bench: '%s' is none of %s".formatted(scenario, known));
            }
        }
        if (baseline != null && !Files.isRegularFile(baseline.resolve(WAR))) {
            throw new IllegalArgumentException(
                    "bench.baseline: %s has no %s, so it is not built".formatted(baseline, WAR));
        }
        if (nodes < 1 || nodes > 9) {
            throw new IllegalArgumentException("bench.nodes: %d is not 1 to 9".formatted(nodes));
        }
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if one has a value that it cannot have
     */
    public static Options of(Properties properties) {
        var baseline = properties.getProperty("bench.baseline", "");
        return new Options(
                list(
                        properties.getProperty(
                                "bench",
                                baseline.isEmpty()
                                        ? "latency,trigger,drain,raw"
                                        : "latency,trigger,drain")),
                list(properties.getProperty("bench.peers", "")),
                number(properties, "nodes", 1),
                number(properties, "threads", 20),
                list(properties.getProperty("bench.rate", "100")).stream()
                        .map(Integer::valueOf)
                        .toList(),
                number(properties, "seconds", 30),
                number(properties, "runs", 20_000),
                number(properties, "scheduled", 1_000_000),
                number(properties, "many", 1_000_000),
                number(properties, "history", 10_000_000),
                number(properties, "rounds", 3),
                number(properties, "warmup", 20_000),
                baseline.isEmpty() ? null : Path.of(baseline).toAbsolutePath(),
                flags(properties, "jvm", LOADABLE),
                flags(properties, "workers.jvm", SMALL),
                Path.of(properties.getProperty("bench.payara")),
                Path.of(properties.getProperty("bench.war")),
                Path.of(properties.getProperty("bench.worker-war")),
                Path.of(properties.getProperty("bench.data")).toAbsolutePath());
    }

    boolean asksFor(String scenario) {
        return scenarios.contains(scenario);
    }

    boolean asksForBaseline() {
        return baseline != null;
    }

    Path baselineWar() {
        return baseline.resolve(WAR);
    }

    /** Whether a node is needed: also the raw limit uses the tables that it makes. */
    boolean asksForNode() {
        return scenarios.stream().anyMatch(scenario -> !scenario.equals(PEERS));
    }

    /** Whether workers beside the node are needed. */
    boolean asksForWorkers() {
        return asksFor(GUIDE) || asksFor(WORKERS);
    }

    /** What is measured of a peer. */
    public List<String> ofPeers() {
        var asked = OF_ALL.stream().filter(scenarios::contains).toList();
        return asked.isEmpty() ? OF_ALL : asked;
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static List<String> flags(Properties properties, String name, String otherwise) {
        return List.of(properties.getProperty("bench." + name, otherwise).strip().split(" +"));
    }

    private static int number(Properties properties, String name, int otherwise) {
        return Integer.parseInt(
                properties.getProperty("bench." + name, Integer.toString(otherwise)));
    }
}
