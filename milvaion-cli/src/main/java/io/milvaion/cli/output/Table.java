package io.milvaion.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Columns as wide as what is in them. */
final class Table {

    /** So many rows are looked at together, so that endless lists are printed as they come. */
    private static final int BLOCK = 200;

    private final PrintWriter out;
    private final List<String> names;
    private final int[] widths;

    Table(PrintWriter out, List<String> names) {
        this.out = out;
        this.names = names;
        this.widths = names.stream().mapToInt(String::length).toArray();
    }

    void print(Stream<List<String>> rows) {
        var block = new ArrayList<List<String>>();
        block.add(names.stream().map(Table::heading).toList());
        rows.forEach(
                row -> {
                    block.add(row);
                    if (block.size() == BLOCK) {
                        flush(block);
                    }
                });
        flush(block);
    }

    private void flush(List<List<String>> block) {
        for (var row : block) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        block.forEach(this::line);
        block.clear();
        out.flush();
    }

    private void line(List<String> row) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
        }
        out.println(line.toString().stripTrailing());
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** {@code nextRunAt} becomes {@code NEXT RUN AT}. */
    private static String heading(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
    }
}
