package io.milvaion.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rabbitmq.client.ConnectionFactory;
import com.zaxxer.hikari.HikariDataSource;
import io.milvaion.bench.peer.PeerKind;
import io.milvaion.embedded.ServiceUrls;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import redis.clients.jedis.RedisClient;

/**
 * What was measured and on what.
 *
 * @param system versions, commit, machine and options
 * @param ratios to the baseline, if there is one
 */
record Report(Map<String, String> system, List<Results.Figure> figures, List<Ratio> ratios) {

    static Report of(ServiceUrls urls, Options options, Results results, double loadBefore)
            throws Exception {
        Map<String, String> system = new LinkedHashMap<>();
        system.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        system.put("commit", commit(options.war().getParent()));
        if (options.asksForBaseline()) {
            system.put("baseline", commit(options.baseline()));
        }
        try (var database = DriverManager.getConnection(urls.jdbcUrl())) {
            Durability.require(database);
            system.put("postgresql", database.getMetaData().getDatabaseProductVersion());
        }
        try (var redis = RedisClient.create(urls.redis())) {
            var server = new Properties();
            server.load(new StringReader(redis.info("server")));
            system.put("redis", server.getProperty("redis_version"));
        }
        system.put("broker", broker(urls.rabbitmq()));
        system.put("server", jarName(options.payara()));
        system.put("libraries", libraries(urls.jdbcUrl()));
        system.put("java", System.getProperty("java.vm.version"));
        system.put("jvm flags", String.join(" ", options.jvm()));
        system.put("cpus", Integer.toString(Runtime.getRuntime().availableProcessors()));
        system.put("load before", "%.1f".formatted(loadBefore));
        system.put("load after", "%.1f".formatted(load()));
        system.put("rounds", Integer.toString(options.rounds()));
        system.put("runs", Integer.toString(options.runs()));
        system.put("nodes", Integer.toString(options.nodes()));
        system.put("threads", Integer.toString(options.threads()));
        var figures = results.figures();
        return new Report(system, figures, Ratio.of(figures));
    }

    /** Processes that wanted a CPU, on average over the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String broker(String url) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(url);
        try (var connection = factory.newConnection("bench")) {
            var properties = connection.getServerProperties();
            return properties.get("product") + " " + properties.get("version");
        }
    }

    private static String libraries(String jdbcUrl) throws URISyntaxException, SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (var peer : PeerKind.values()) {
            names.add(jarName(peer.library()));
        }
        names.add(jarName(HikariDataSource.class));
        names.add(jarName(DriverManager.getDriver(jdbcUrl).getClass()));
        names.add(jarName(RedisClient.class));
        names.add(jarName(ConnectionFactory.class));
        return String.join(", ", names);
    }

    private static String jarName(Class<?> inside) throws URISyntaxException {
        return jarName(Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }

    private static String jarName(Path jar) {
        return jar.getFileName().toString().replace(".jar", "");
    }

    private static String commit(Path directory) throws IOException, InterruptedException {
        var git =
                new ProcessBuilder("git", "describe", "--always", "--dirty")
                        .directory(directory.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String answer =
                new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? answer : "unknown";
    }

    String markdown() {
        var text = new StringJoiner(System.lineSeparator());
        if (ratios.isEmpty()) {
            new Comparison(figures).markdown().ifPresent(table -> text.add(table).add(""));
        } else {
            text.add(Ratio.markdown(ratios)).add("");
        }
        text.add("| Subject | Figure | Median | Rounds |").add("|---|---|---:|---|");
        for (var figure : figures) {
            var rounds = new StringJoiner(", ");
            figure.rounds().forEach(value -> rounds.add(Results.text(value)));
            text.add(
                    "| %s | %s | %s %s | %s |"
                            .formatted(
                                    figure.subject(),
                                    figure.name(),
                                    Results.text(figure.median()),
                                    figure.unit(),
                                    rounds));
        }
        text.add("");
        system.forEach((name, value) -> text.add("- %s: %s".formatted(name, value)));
        return text.toString();
    }

    String json() throws IOException {
        return new JsonMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    }

    /** Writes {@code report.md}, {@code report.json}, {@code drain.svg} and {@code latency.svg}. */
    void save(Path directory) throws IOException {
        Files.writeString(directory.resolve("report.md"), markdown());
        Files.writeString(directory.resolve("report.json"), json());
        Files.writeString(directory.resolve("drain.svg"), Chart.drain(figures).svg());
        Files.writeString(directory.resolve("latency.svg"), Chart.latency(figures).svg());
    }
}
