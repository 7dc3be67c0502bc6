package io.milvaion.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Figures by name and unit, one for each round. */
final class Results {

    /** The rounds of one figure. */
    record Figure(String name, String unit, double median, List<Double> rounds) {}

    private record Key(String name, String unit) {}

    private final Map<Key, List<Double>> values = new LinkedHashMap<>();

    void add(String name, String unit, double value) {
        values.computeIfAbsent(new Key(name, unit), key -> new ArrayList<>()).add(value);
        Target.say("  %-44s %10.1f %s".formatted(name, value, unit));
    }

    /** Adds what matters of a distribution in milliseconds. */
    void add(String name, Histogram histogram) {
        add(name + ", p50", "ms", (double) histogram.getValueAtPercentile(50));
        add(name + ", p99", "ms", (double) histogram.getValueAtPercentile(99));
        add(name + ", max", "ms", (double) histogram.getMaxValue());
    }

    List<Figure> figures() {
        return values.entrySet().stream()
                .map(
                        entry ->
                                new Figure(
                                        entry.getKey().name(),
                                        entry.getKey().unit(),
                                        median(entry.getValue()),
                                        List.copyOf(entry.getValue())))
                .toList();
    }

    private static double median(List<Double> rounds) {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
