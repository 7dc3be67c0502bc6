package io.milvaion.bench;

import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * A figure of the present build divided by that of the baseline. Of a rate more than 1 is better,
 * of a time less than 1.
 *
 * @param ofMedians the ratio of the medians of all rounds
 * @param least of the ratios of the rounds
 * @param most of the ratios of the rounds
 */
record Ratio(
        String name,
        String unit,
        Spread present,
        Spread baseline,
        double ofMedians,
        double least,
        double most) {

    /** What the rounds of one build have given. */
    record Spread(double median, double min, double max) {

        private static Spread of(Results.Figure figure) {
            return new Spread(
                    figure.median(),
                    Collections.min(figure.rounds()),
                    Collections.max(figure.rounds()));
        }

        private String text() {
            return "%s (%s to %s)"
                    .formatted(Results.text(median), Results.text(min), Results.text(max));
        }
    }

    /**
     * Of all figures that both have; those that are nothing in a round of the baseline have none.
     */
    static List<Ratio> of(List<Results.Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.subject().equals(Results.MILVAION))
                .flatMap(
                        present ->
                                figures.stream()
                                        .filter(f -> f.subject().equals(Results.BASELINE))
                                        .filter(f -> f.sameAs(present))
                                        .filter(f -> !f.rounds().contains(0.0))
                                        .map(baseline -> of(present, baseline)))
                .toList();
    }

    private static Ratio of(Results.Figure present, Results.Figure baseline) {
        var ofRounds =
                IntStream.range(0, baseline.rounds().size())
                        .mapToDouble(i -> present.rounds().get(i) / baseline.rounds().get(i))
                        .summaryStatistics();
        return new Ratio(
                present.name(),
                present.unit(),
                Spread.of(present),
                Spread.of(baseline),
                present.median() / baseline.median(),
                ofRounds.getMin(),
                ofRounds.getMax());
    }

    static String markdown(List<Ratio> ratios) {
        var table = new StringJoiner(System.lineSeparator());
        table.add("| Figure | present (min to max) | baseline (min to max) | ratio (of rounds) |");
        table.add("|---|---:|---:|---:|");
        for (var ratio : ratios) {
            table.add(
                    "| %s, %s | %s | %s | %.2f (%.2f to %.2f) |"
                            .formatted(
                                    ratio.name,
                                    ratio.unit,
                                    ratio.present.text(),
                                    ratio.baseline.text(),
                                    ratio.ofMedians,
                                    ratio.least,
                                    ratio.most));
        }
        return table.toString();
    }
}
