package io.milvaion.web.ground.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a tree as YAML that every reader understands alike, those of YAML 1.1 too: text is quoted
 * wherever one of them could take it for something else.
 */
public final class YamlWriter {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_./+-]*( [A-Za-z0-9_./+-]+)*");
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** A document with its beginning. */
    public static String document(JsonNode object) {
        var writer = new YamlWriter();
        writer.out.append("---\n");
        writer.members(object, 0);
        return writer.out.toString();
    }

    private void members(JsonNode object, int indent) {
        for (var member : object.properties()) {
            out.append("  ".repeat(indent)).append(text(member.getKey())).append(':');
            value(member.getValue(), indent + 1);
        }
    }

    private void value(JsonNode value, int indent) {
        if (value.isObject() && !value.isEmpty()) {
            out.append('\n');
            members(value, indent);
        } else if (value.isArray() && !value.isEmpty()) {
            out.append('\n');
            for (var item : value) {
                out.append("  ".repeat(indent)).append('-');
                value(item, indent + 1);
            }
        } else {
            out.append(' ')
                    .append(value.isTextual() ? text(value.textValue()) : value.toString())
                    .append('\n');
        }
    }

    private static String text(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /** As JSON writes it, without what YAML does not print. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                quoted.append('\\').append((char) c);
                            } else if (c == '\n') {
                                quoted.append("\\n");
                            } else if (isPrinted(c)) {
                                quoted.appendCodePoint(c);
                            } else {
                                quoted.append("\\u%04x".formatted(c));
                            }
                        });
        return quoted.append('"').toString();
    }

    private static boolean isPrinted(int c) {
        boolean ascii = c >= 0x20 && c < 0x7F;
        boolean breaksLines = c == 0x2028 || c == 0x2029;
        return ascii || (c >= 0xA0 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF && !breaksLines);
    }
}
