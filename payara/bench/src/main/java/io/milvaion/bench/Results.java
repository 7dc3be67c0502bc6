package io.milvaion.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by subject, name and unit, one for each round. */
final class Results {

    /** What the others are compared with. */
    static final String MILVAION = "Milvaion";

    /** An earlier build of it. */
    static final String BASELINE = "baseline";

    /** What the servers can do without a scheduler. */
    static final String RAW = "raw";

    /** The rounds of one figure of one subject. */
    record Figure(String subject, String name, String unit, double median, List<Double> rounds) {

        /** Whether it is that of another subject. */
        boolean sameAs(Figure other) {
            return name.equals(other.name) && unit.equals(other.unit);
        }
    }

    private record Key(String subject, String name, String unit) {}

    private final Map<Key, List<Double>> values = new LinkedHashMap<>();

    /** Takes the figures of one subject. */
    Figures of(String subject) {
        return (name, unit, value) -> {
            values.computeIfAbsent(new Key(subject, name, unit), key -> new ArrayList<>())
                    .add(value);
            Console.say("  %-29s %-44s %10.1f %s".formatted(subject, name, value, unit));
        };
    }

    /** In the order in which they came. */
    List<Figure> figures() {
        return values.entrySet().stream()
                .map(
                        entry ->
                                new Figure(
                                        entry.getKey().subject(),
                                        entry.getKey().name(),
                                        entry.getKey().unit(),
                                        median(entry.getValue()),
                                        List.copyOf(entry.getValue())))
                .toList();
    }

    /** A value for a reader, with a decimal where it tells something. */
    static String text(double value) {
        boolean small = Math.abs(value) < 100 && value != Math.rint(value);
        return (small ? "%.1f" : "%,.0f").formatted(value);
    }

    static double median(List<Double> rounds) {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
