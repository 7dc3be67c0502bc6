package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of Quartz's JDBC store: an object with the rows of each, by its name. */
final class QuartzTables implements SourceReader {

    /** Those that say more about triggers of one kind. */
    private static final List<String> OF_KINDS =
            List.of("cron_triggers", "simple_triggers", "simprop_triggers");

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var documents = input.documents().get();
        if (documents.size() != 1 || !documents.get(0).isObject()) {
            throw new InvalidInput("", "This must be an object with the rows of each table.");
        }
        var tables = documents.get(0);
        var triggers = rows(tables, "_triggers", "trigger");
        for (var kind : OF_KINDS) {
            for (var more : rows(tables, kind, "trigger")) {
                triggers.stream()
                        .filter(
                                row ->
                                        QuartzKey.of(row, "trigger")
                                                .equals(QuartzKey.of(more, "trigger")))
                        .forEach(row -> row.members().setAll(more.members()));
            }
        }
        return new QuartzStore(rows(tables, "job_details", "job"), triggers).entries(input);
    }

    /** Rows of the table whose name ends so, whatever its prefix. */
    private static List<StoredRow> rows(JsonNode tables, String name, String what) {
        var rows = new ArrayList<StoredRow>();
        for (var table : tables.properties()) {
            var called = table.getKey().toLowerCase(Locale.ROOT);
            boolean ofKind = OF_KINDS.stream().anyMatch(called::endsWith);
            if (called.endsWith(name) && (!ofKind || OF_KINDS.contains(name))) {
                for (var row : table.getValue()) {
                    var read = StoredRow.of(what, row);
                    rows.add(new StoredRow(what + " " + QuartzKey.of(read, what), read.members()));
                }
            }
        }
        return rows;
    }
}
