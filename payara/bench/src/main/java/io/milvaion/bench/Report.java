package io.milvaion.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * What was measured and on what.
 *
 * @param system versions, commit, machine and options
 */
record Report(Map<String, String> system, List<Results.Figure> figures) {

    static Report of(Target target, Options options, Results results, double loadBefore)
            throws Exception {
        Map<String, String> system = new LinkedHashMap<>();
        system.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        system.put("commit", commit(options.war().getParent()));
        system.put("postgresql", target.database().getMetaData().getDatabaseProductVersion());
        var redis = new Properties();
        redis.load(new java.io.StringReader(target.redis().info("server")));
        system.put("redis", redis.getProperty("redis_version"));
        system.put("broker", broker(target.urls().rabbitmq()));
        system.put("server", options.payara().getFileName().toString().replace(".jar", ""));
        system.put("java", System.getProperty("java.vm.version"));
        system.put("jvm flags", String.join(" ", options.jvm()));
        system.put("cpus", Integer.toString(Runtime.getRuntime().availableProcessors()));
        system.put("load before", "%.1f".formatted(loadBefore));
        system.put("load after", "%.1f".formatted(load()));
        system.put("rounds", Integer.toString(options.rounds()));
        system.put("runs", Integer.toString(options.runs()));
        return new Report(system, results.figures());
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
        text.add("| Figure | Median | Rounds |").add("|---|---:|---|");
        for (var figure : figures) {
            var rounds = new StringJoiner(", ");
            figure.rounds().forEach(value -> rounds.add("%,.0f".formatted(value)));
            text.add(
                    "| %s | %,.0f %s | %s |"
                            .formatted(figure.name(), figure.median(), figure.unit(), rounds));
        }
        text.add("");
        system.forEach((name, value) -> text.add("- %s: %s".formatted(name, value)));
        return text.toString();
    }

    String json() throws IOException {
        return new JsonMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    }

    /** Writes {@code report.md} and {@code report.json}. */
    void save(Path directory) throws IOException {
        Files.writeString(directory.resolve("report.md"), markdown());
        Files.writeString(directory.resolve("report.json"), json());
    }
}
