package io.milvaion.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What is measured and how, by system properties {@code bench.…} with the names of the components;
 * {@code bench} itself gives the scenarios.
 *
 * @param scenarios of {@code latency}, {@code drain}, {@code trigger} and {@code raw}
 * @param rate runs due in each second of the latency scenario, 1 to 1,000
 * @param seconds how long the latency scenario lasts
 * @param runs due at once in the drain scenario
 * @param rounds of each scenario; medians are reported
 * @param warmup runs drained before the first round
 * @param jvm flags of the node's JVM
 */
record Options(
        List<String> scenarios,
        int rate,
        int seconds,
        int runs,
        int rounds,
        int warmup,
        List<String> jvm,
        Path payara,
        Path war,
        Path data) {

    private static final String LOADABLE = "-Xms1g -Xmx1g -XX:+UseParallelGC";

    static Options of(Properties properties) {
        return new Options(
                List.of(properties.getProperty("bench", "latency,trigger,drain,raw").split(",")),
                number(properties, "rate", 100),
                number(properties, "seconds", 30),
                number(properties, "runs", 20_000),
                number(properties, "rounds", 3),
                number(properties, "warmup", 20_000),
                List.of(properties.getProperty("bench.jvm", LOADABLE).strip().split(" +")),
                Path.of(properties.getProperty("bench.payara")),
                Path.of(properties.getProperty("bench.war")),
                Path.of(properties.getProperty("bench.data")).toAbsolutePath());
    }

    private static int number(Properties properties, String name, int otherwise) {
        return Integer.parseInt(
                properties.getProperty("bench." + name, Integer.toString(otherwise)));
    }
}
