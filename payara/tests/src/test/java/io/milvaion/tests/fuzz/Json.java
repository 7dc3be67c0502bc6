package io.milvaion.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.milvaion.tests.http.Operations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** JSON that follows a schema, more or less. */
record Json(Dice dice, Operations operations, List<String> ids) {

    private static final List<String> BROKEN_TEXTS =
            List.of("\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"\n\"", "\"");

    /** Without them hardly any body would be taken. */
    private static final Map<String, String> USUAL =
            Map.of(
                    "displayName", "\"fuzz\"",
                    "jobType", "\"noop\"",
                    "cronExpression", "\"0 0 1 1 *\"",
                    "reason", "\"fuzz\"");

    private static final int DEEP = 70;
    private static final int VERY_DEEP = 20_000;

    String of(JsonNode described) {
        var schema = operations.resolved(described);
        if (dice.oneIn(12)) {
            return anything(2);
        }
        var choices = schema.path("enum");
        if (!choices.isEmpty() && !dice.oneIn(5)) {
            return choices.get(dice.below(choices.size())).toString();
        }
        return switch (type(schema.path("type"))) {
            case "string" -> text(schema);
            case "integer", "number" -> number(schema);
            case "boolean" -> Boolean.toString(dice.oneIn(2));
            case "null" -> "null";
            case "array" -> "[" + (dice.oneIn(3) ? "" : of(schema.path("items"))) + "]";
            default -> schema.path("properties").isEmpty() ? anything(1) : object(schema);
        };
    }

    private String type(JsonNode type) {
        return type.isArray() ? type.get(dice.below(type.size())).asText() : type.asText("object");
    }

    private String object(JsonNode schema) {
        int rarity = dice.among(List.of(2, 10, 50, 1_000));
        var members = new ArrayList<String>();
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            if (USUAL.containsKey(name) && !dice.oneIn(10)) {
                members.add(member(name, dice.oneIn(10) ? anything(1) : USUAL.get(name)));
            } else if (dice.oneIn(rarity)) {
                members.add(member(name, of(property.getValue())));
            }
        }
        if (dice.oneIn(20) && !members.isEmpty()) {
            members.add(dice.among(members)); // twice
        }
        if (dice.oneIn(20)) {
            members.add(member(Words.any(dice), anything(1)));
        }
        Collections.shuffle(members, dice.random());
        return "{" + String.join(",", members) + "}";
    }

    private static String member(String name, String value) {
        return quoted(name) + ":" + value;
    }

    private String text(JsonNode schema) {
        if (schema.path("format").asText("").equals("uuid") && !dice.oneIn(4)) {
            return quoted(dice.among(ids));
        }
        return quoted(Words.any(dice));
    }

    private String number(JsonNode schema) {
        int least = schema.path("minimum").asInt(0);
        int most = schema.path("maximum").asInt(least + 10);
        return dice.oneIn(3)
                ? dice.among(Words.NUMBERS)
                : Integer.toString(least + dice.below(Math.max(1, most - least)));
    }

    /** Any value, also such as are none. */
    String anything(int depth) {
        return switch (dice.below(depth > 0 ? 11 : 7)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(dice.oneIn(2));
            case 2, 3 -> dice.among(Words.NUMBERS);
            case 4 -> quoted(dice.among(ids));
            case 5, 6 -> dice.oneIn(4) ? dice.among(BROKEN_TEXTS) : quoted(Words.any(dice));
            case 7 -> "[" + anything(depth - 1) + "," + anything(depth - 1) + "]";
            case 8 -> "{" + member(Words.any(dice), anything(depth - 1)) + "}";
            case 9 -> deep(dice.oneIn(2) ? DEEP : VERY_DEEP);
            default -> quoted("x".repeat(1 << dice.below(21)));
        };
    }

    private String deep(int levels) {
        return dice.oneIn(2)
                ? "[".repeat(levels) + "]".repeat(levels)
                : "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
