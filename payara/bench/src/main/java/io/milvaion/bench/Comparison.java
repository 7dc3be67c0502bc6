package io.milvaion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A table of the medians that Milvaion and others have, with ratios: ours divided by theirs. Of a
 * rate more is better, of a time less is.
 */
record Comparison(List<Results.Figure> figures) {

    /** The table, if there is anything to compare. */
    Optional<String> markdown() {
        var ours = figures.stream().filter(f -> f.subject().equals(Results.MILVAION)).toList();
        var others =
                figures.stream()
                        .filter(f -> ours.stream().anyMatch(o -> o.sameAs(f)))
                        .map(Results.Figure::subject)
                        .distinct()
                        .filter(subject -> !subject.equals(Results.MILVAION))
                        .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var table = new StringJoiner(System.lineSeparator());
        table.add(row(Stream.concat(Stream.of("Figure", Results.MILVAION), others.stream())));
        table.add("|---" + "|---:".repeat(1 + others.size()) + "|");
        for (var figure : ours) {
            var cells = cells(figure, others);
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                table.add(
                        row(
                                Stream.concat(
                                        Stream.of(
                                                figure.name() + ", " + figure.unit(),
                                                number(figure.median())),
                                        cells.stream())));
            }
        }
        return Optional.of(table.toString());
    }

    private List<String> cells(Results.Figure ours, List<String> others) {
        var cells = new ArrayList<String>();
        for (String subject : others) {
            cells.add(
                    figures.stream()
                            .filter(f -> f.subject().equals(subject) && ours.sameAs(f))
                            .findFirst()
                            .map(theirs -> cell(ours, theirs))
                            .orElse(""));
        }
        return cells;
    }

    private static String cell(Results.Figure ours, Results.Figure theirs) {
        return theirs.median() == 0
                ? number(theirs.median())
                : "%s (%.2f)".formatted(number(theirs.median()), ours.median() / theirs.median());
    }

    private static String number(double value) {
        return "%,.0f".formatted(value);
    }

    private static String row(Stream<String> cells) {
        return "| " + String.join(" | ", cells.toList()) + " |";
    }
}
