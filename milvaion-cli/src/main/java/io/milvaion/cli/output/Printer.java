package io.milvaion.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Prints answers.
 *
 * @param columns that the user wants; null: those of the command
 */
public record Printer(PrintWriter out, Format format, List<String> columns) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build();

    /**
     * @param usual columns of the table: names of members, nested ones with dots
     */
    public void list(Stream<JsonNode> items, String... usual) {
        if (format == Format.TABLE) {
            var shown = columns == null ? List.of(usual) : columns;
            new Table(out, shown).print(items.map(item -> row(item, shown)));
        } else {
            var all = JsonNodeFactory.instance.arrayNode();
            items.forEach(all::add);
            whole(all);
        }
    }

    /** One object, member by member. */
    public void one(JsonNode object) {
        if (format != Format.TABLE) {
            whole(object);
            return;
        }
        if (columns != null) {
            list(Stream.of(object), columns.toArray(String[]::new));
            return;
        }
        new Table(out, List.of("member", "value"))
                .print(
                        object.properties().stream()
                                .filter(member -> !member.getValue().isNull())
                                .map(Printer::member));
    }

    /** Whatever it is. */
    public void any(JsonNode answer) {
        if (answer.isMissingNode()) {
            return;
        }
        if (format == Format.TABLE && answer.path("items").isArray() && columns != null) {
            list(StreamSupport.stream(answer.get("items").spliterator(), false));
        } else {
            whole(answer);
        }
    }

    private static List<String> member(Map.Entry<String, JsonNode> member) {
        return List.of(member.getKey(), cell(member.getValue()));
    }

    private static List<String> row(JsonNode item, List<String> columns) {
        return columns.stream().map(name -> cell(item.at("/" + name.replace('.', '/')))).toList();
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()
                && StreamSupport.stream(value.spliterator(), false)
                        .allMatch(JsonNode::isValueNode)) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(each -> Printable.of(each.asText()))
                    .collect(Collectors.joining(", "));
        }
        return Printable.of(value.isValueNode() ? value.asText() : value.toString());
    }

    private void whole(JsonNode node) {
        try {
            if (format == Format.YAML) {
                out.print(YAML.writeValueAsString(node));
            } else {
                out.println(JSON.writeValueAsString(node));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
