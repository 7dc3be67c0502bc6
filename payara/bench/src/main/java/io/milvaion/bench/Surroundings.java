package io.milvaion.bench;

import com.rabbitmq.client.ConnectionFactory;
import com.zaxxer.hikari.HikariDataSource;
import io.milvaion.bench.peer.PeerKind;
import io.milvaion.embedded.ServiceUrls;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import redis.clients.jedis.RedisClient;

/** What a measurement depends on beside what is measured. */
record Surroundings(ServiceUrls urls, Options options) {

    /** Versions, commits, machine and options by their names. */
    Map<String, String> describe(double loadBefore) throws Exception {
        Map<String, String> system = new LinkedHashMap<>();
        system.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        system.put("commit", commit(options.war().getParent()));
        if (options.asksForBaseline()) {
            system.put("baseline", commit(options.baseline()));
        }
        system.putAll(versions());
        system.put("jvm flags", String.join(" ", options.jvm()));
        system.put("cpus", Integer.toString(Runtime.getRuntime().availableProcessors()));
        system.put("load before", "%.1f".formatted(loadBefore));
        system.put("load after", "%.1f".formatted(load()));
        system.put("rounds", Integer.toString(options.rounds()));
        system.put("runs", Integer.toString(options.runs()));
        system.put("nodes", Integer.toString(options.nodes()));
        system.put("threads", Integer.toString(options.threads()));
        return system;
    }

    private Map<String, String> versions() throws Exception {
        Map<String, String> versions = new LinkedHashMap<>();
        try (var database = DriverManager.getConnection(urls.jdbcUrl())) {
            Durability.require(database);
            versions.put("postgresql", database.getMetaData().getDatabaseProductVersion());
        }
        try (var redis = RedisClient.create(urls.redis())) {
            var server = new Properties();
            server.load(new StringReader(redis.info("server")));
            versions.put("redis", server.getProperty("redis_version"));
        }
        versions.put("broker", broker(urls.rabbitmq()));
        versions.put("server", jarName(options.payara()));
        versions.put("libraries", libraries(urls.jdbcUrl()));
        versions.put("java", System.getProperty("java.vm.version"));
        return versions;
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
}
