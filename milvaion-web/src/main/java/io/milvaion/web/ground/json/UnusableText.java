package io.milvaion.web.ground.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.util.ArrayList;
import java.util.List;

/** Finds text that PostgreSQL cannot store as it is: U+0000 and halves of surrogate pairs. */
final class UnusableText {

    private final List<Violation> found = new ArrayList<>();

    private UnusableText() {}

    static List<Violation> in(JsonNode tree) {
        var search = new UnusableText();
        search.search("", tree);
        return search.found;
    }

    private void search(String path, JsonNode node) {
        if (node.isTextual()) {
            check(path, node.textValue());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                search(path + "[" + i + "]", node.get(i));
            }
        } else if (node.isObject()) {
            for (var field : node.properties()) {
                var inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                check(inner, field.getKey());
                search(inner, field.getValue());
            }
        }
    }

    private void check(String path, String text) {
        if (text.indexOf('\0') >= 0) {
            found.add(new Violation(path, "The character U+0000 is not allowed."));
        } else if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            found.add(new Violation(path, "Half of a surrogate pair is not a character."));
        }
    }
}
