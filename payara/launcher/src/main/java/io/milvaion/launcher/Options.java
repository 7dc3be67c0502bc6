package io.milvaion.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the launcher is asked for, by system properties.
 *
 * @param payara the jar of Payara Micro
 * @param war the scheduler
 * @param workerWar a worker without a scheduler
 * @param data directory of everything that is written
 * @param port of the first node; the next free one is taken
 * @param nodes schedulers beside each other, 1 or more
 * @param workers worker-only nodes, 0 or more
 * @param jvm flags for each node's JVM
 * @param settings other {@code milvaion.…} properties: settings of the scheduler, handed on
 */
record Options(
        Path payara,
        Path war,
        Path workerWar,
        Path data,
        int port,
        int nodes,
        int workers,
        List<String> jvm,
        List<String> settings) {

    static final String USAGE =
            """
            Starts Milvaion: PostgreSQL, Redis and an AMQP broker (unless MILVAION_DB_URL,
            MILVAION_REDIS_URL or MILVAION_RABBITMQ_URL name servers to use), then the nodes.

              -Dmilvaion.port=8080     port of the first node on 127.0.0.1, or the next free one
              -Dmilvaion.nodes=1       number of nodes, on successive ports
              -Dmilvaion.workers=0     number of worker-only nodes
              -Dmilvaion.data=DIR      where data and logs are kept (default: .milvaion)
              -Dmilvaion.jvm="FLAGS"   flags of the nodes' JVMs; the default starts fast, for load
                                       give others, for example "-Xmx2g"
              -Dmilvaion.KEY=VALUE     any other key: a setting of the nodes
            """;

    private static final String PREFIX = "milvaion.";
    private static final String OWN = "milvaion.launcher.";
    private static final String FAST_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final List<String> KNOWN = List.of("port", "nodes", "workers", "data", "jvm");

    /**
     * Reads the properties of {@link #USAGE}, and {@code milvaion.launcher.payara}, {@code …war},
     * {@code …worker-war} and {@code …home} (the directory of the default data directory), which
     * the build gives.
     *
     * @throws IllegalArgumentException naming the property that is missing or wrong
     */
    static Options of(Properties properties) {
        Path home = path(properties, OWN + "home");
        String data = properties.getProperty(PREFIX + "data", home.resolve(".milvaion").toString());
        return new Options(
                path(properties, OWN + "payara"),
                path(properties, OWN + "war"),
                path(properties, OWN + "worker-war"),
                Path.of(data).toAbsolutePath().normalize(),
                number(properties, "port", 8080, 1, 65_535),
                number(properties, "nodes", 1, 1, 20),
                number(properties, "workers", 0, 0, 20),
                words(properties.getProperty(PREFIX + "jvm", FAST_START)),
                settings(properties));
    }

    /** The flags of a node's JVM, with the settings handed on. */
    List<String> jvmWithSettings() {
        List<String> flags = new ArrayList<>(jvm);
        flags.addAll(settings);
        return flags;
    }

    private static List<String> settings(Properties properties) {
        return new TreeSet<>(properties.stringPropertyNames())
                .stream()
                        .filter(key -> key.startsWith(PREFIX) && !key.startsWith(OWN))
                        .filter(key -> !KNOWN.contains(key.substring(PREFIX.length())))
                        .map(key -> "-D" + key + "=" + properties.getProperty(key))
                        .toList();
    }

    private static Path path(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is not set");
        }
        return Path.of(value);
    }

    private static int number(Properties properties, String name, int otherwise, int min, int max) {
        String value = properties.getProperty(PREFIX + name, Integer.toString(otherwise));
        if (value.matches("\\d{1,5}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                "%s%s must be a number from %d to %d, not '%s'"
                        .formatted(PREFIX, name, min, max, value));
    }

    private static List<String> words(String flags) {
        return Stream.of(flags.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
