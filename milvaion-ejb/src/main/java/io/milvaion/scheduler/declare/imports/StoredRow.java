package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of a table, or an object with members: names in any case, with or without underscores.
 *
 * @param place for people
 */
record StoredRow(String place, ObjectNode members) {

    static StoredRow of(String place, JsonNode row) {
        if (!row.isObject()) {
            throw new InvalidInput("", "The " + place + " is no object.");
        }
        var members = JsonNodeFactory.instance.objectNode();
        row.properties().forEach(member -> members.set(folded(member.getKey()), member.getValue()));
        return new StoredRow(place, members);
    }

    /** Those of all documents: lists of rows, rows, or objects with such a list. */
    static List<StoredRow> all(List<JsonNode> documents) {
        var rows = new ArrayList<StoredRow>();
        for (var document : documents) {
            var list = document.isObject() ? onlyList(document) : document;
            if (list.isArray()) {
                list.forEach(row -> rows.add(of("row " + (rows.size() + 1), row)));
            } else {
                rows.add(of("row " + (rows.size() + 1), list));
            }
        }
        return rows;
    }

    /** The list of an object that has nothing else, as a table by its name. */
    private static JsonNode onlyList(JsonNode object) {
        var values = object.properties().stream().map(member -> member.getValue()).toList();
        return values.size() == 1 && values.get(0).isArray() ? values.get(0) : object;
    }

    private static String folded(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    JsonNode get(String name) {
        var value = members.get(folded(name));
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** Empty if there is none. */
    String text(String name) {
        return get(name).asText("").strip();
    }

    /** Numbers may be written as text; 0 if there is none. */
    long number(String name) {
        return get(name).asLong(0);
    }

    /** Flags are true, t, 1 or Y. */
    boolean flag(String name) {
        return List.of("true", "t", "1", "y").contains(text(name).toLowerCase(Locale.ROOT));
    }
}
