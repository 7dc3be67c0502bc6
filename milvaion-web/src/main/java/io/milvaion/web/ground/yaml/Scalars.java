package io.milvaion.web.ground.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.web.ground.json.ApiJson;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * The types of scalars: those of JSON, as JSON writes them. Everything else is text, so that {@code
 * no}, {@code on}, {@code 010} and {@code 12:30} stay what somebody has written.
 */
final class Scalars {

    static final Set<String> NULLS = Set.of("", "null", "~");
    static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final int LONGEST_NUMBER = 1_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TEXT = "tag:yaml.org,2002:str";

    private Scalars() {}

    static JsonNode read(ScalarEvent scalar) {
        refuseTag(scalar, scalar.getTag(), TEXT);
        var text = scalar.getValue();
        if (!scalar.isPlain() || scalar.getTag().isPresent()) {
            return NODES.textNode(text);
        }
        if (NULLS.contains(text)) {
            return NODES.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        return isNumber(scalar) ? ApiJson.stored(text) : NODES.textNode(text);
    }

    private static boolean isNumber(ScalarEvent scalar) {
        boolean number = NUMBER.matcher(scalar.getValue()).matches();
        if (number && scalar.getValue().length() > LONGEST_NUMBER) {
            throw YamlReader.malformed(
                    scalar.getStartMark(),
                    "a number of more than " + LONGEST_NUMBER + " characters");
        }
        return number;
    }

    static String key(Event event) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw YamlReader.malformed(event.getStartMark(), "a key must be text");
        }
        refuseTag(scalar, scalar.getTag(), TEXT);
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw YamlReader.malformed(event.getStartMark(), "merge keys are not taken");
        }
        return scalar.getValue();
    }

    static void refuseTag(Event event, Optional<String> tag, String allowed) {
        if (tag.isPresent() && !tag.get().equals(allowed) && !tag.get().equals("!")) {
            throw YamlReader.malformed(
                    event.getStartMark(), "the tag " + tag.get() + " is not taken");
        }
    }
}
