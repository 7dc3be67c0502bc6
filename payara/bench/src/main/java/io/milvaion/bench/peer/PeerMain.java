package io.milvaion.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.milvaion.bench.Durability;
import io.milvaion.bench.Figures;
import io.milvaion.bench.Options;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A JVM with one peer, which measures it and writes its figures to its standard output. */
public final class PeerMain {

    /** Environment variable that gives the JDBC URL of the peer's own, empty database. */
    public static final String DATABASE_VARIABLE = "BENCH_DATABASE_URL";

    /** One figure of one round. */
    public record Figure(String name, String unit, double value) {}

    private static final String MARK = "figure\t";

    /** Beyond those of the runs: for polling, heartbeats, and what asks whether all is recorded. */
    private static final int CONNECTIONS_BESIDE = 5;

    private PeerMain() {}

    /**
     * @param arguments the option of the peer; all else is in the system properties of the bench
     * @throws Exception if it could not be measured
     */
    public static void main(String[] arguments) throws Exception {
        endWithParent();
        Logger.getLogger("").setLevel(Level.WARNING);
        var options = Options.of(System.getProperties());
        var kind = PeerKind.of(arguments[0]);
        try (var pool = pool(options.threads());
                var peer = kind.over(pool, options.threads())) {
            peer.start();
            measure(new PeerScenarios(peer), options);
            try (var connection = pool.getConnection()) {
                Durability.require(connection);
            }
        }
        System.exit(0); // whatever threads a peer has left
    }

    /** Reads a line of the output. */
    public static Optional<Figure> parse(String line) {
        var parts = line.split("\t", -1);
        return line.startsWith(MARK)
                ? Optional.of(new Figure(parts[1], parts[2], Double.parseDouble(parts[3])))
                : Optional.empty();
    }

    private static void measure(PeerScenarios scenarios, Options options) throws Exception {
        System.out.println("Warming up");
        scenarios.drain(options.warmup(), (name, unit, value) -> {});
        Figures figures =
                (name, unit, value) ->
                        System.out.println(MARK + String.join("\t", name, unit, "" + value));
        for (int round = 1; round <= options.rounds(); round++) {
            System.out.println("Round " + round);
            for (String scenario : options.ofPeers()) {
                measure(scenario, scenarios, options, figures);
            }
        }
    }

    private static void measure(
            String scenario, PeerScenarios scenarios, Options options, Figures figures)
            throws Exception {
        switch (scenario) {
            case Options.LATENCY -> {
                for (int rate : options.rate()) {
                    scenarios.latency(rate, options.seconds(), true, figures);
                    scenarios.latency(rate, options.seconds(), false, figures);
                }
            }
            case Options.TRIGGER -> scenarios.trigger(figures);
            default -> scenarios.drain(options.runs(), figures);
        }
    }

    private static HikariDataSource pool(int threads) {
        var config = new HikariConfig();
        config.setJdbcUrl(System.getenv(DATABASE_VARIABLE));
        config.setMaximumPoolSize(threads + CONNECTIONS_BESIDE);
        return new HikariDataSource(config);
    }

    private static void endWithParent() {
        var watch =
                new Thread(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {}
                            } catch (IOException e) { // as good as its end
                                Runtime.getRuntime().halt(1);
                            }
                            Runtime.getRuntime().halt(1);
                        },
                        "parent");
        watch.setDaemon(true);
        watch.start();
    }
}
