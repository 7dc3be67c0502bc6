package io.milvaion.faults.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line for each fault, printed at once and kept as a table in a Markdown file. */
public final class Report {

    private static final List<String> COLUMNS =
            List.of(
                    "fault",
                    "due",
                    "occurrences",
                    "skips by reason",
                    "duplicates",
                    "missing",
                    "not final",
                    "executed twice (why)",
                    "max late (s)",
                    "recovery (s)",
                    "result");

    private final Path file;
    private final long seed;
    private final List<List<String>> rows = new ArrayList<>();

    public Report(Path file, long seed) {
        this.file = file;
        this.seed = seed;
    }

    /** A fault has struck. */
    public void judged(String fault, Outcome outcome, String result) throws IOException {
        add(
                List.of(
                        fault,
                        "" + outcome.due(),
                        "" + outcome.occurrences(),
                        outcome.skips(),
                        "" + outcome.duplicates(),
                        "" + outcome.missing(),
                        "" + outcome.notFinal(),
                        outcome.repeated(),
                        "%.1f".formatted(outcome.maxLate()),
                        "%.1f".formatted(outcome.recovery()),
                        result));
    }

    /** A fault was judged by other means than planned runs, or not at all. */
    public void noted(String fault, String result) throws IOException {
        var row = new ArrayList<>(List.of(fault));
        while (row.size() < COLUMNS.size() - 1) {
            row.add("-");
        }
        row.add(result);
        add(row);
    }

    private void add(List<String> row) throws IOException {
        rows.add(row);
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(i == 0 ? "" : " | ").append(COLUMNS.get(i)).append(' ').append(row.get(i));
        }
        System.out.println(line);
        write();
    }

    private void write() throws IOException {
        var text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "Faults, `-Dfaults.seed=%d`:%n%n", seed));
        text.append("| ").append(String.join(" | ", COLUMNS)).append(" |\n");
        text.append("|---".repeat(COLUMNS.size())).append("|\n");
        for (var row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        Files.writeString(file, text);
    }
}
