package io.milvaion.web.declare.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.web.ground.json.ApiJson;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The JSON Schema, 2020-12, of what may be written of a record, made from the same annotations as
 * the description of the API.
 */
public final class RecordSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordSchema() {}

    public static ObjectNode of(Class<? extends Record> type) {
        var schema = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        for (var component : type.getRecordComponents()) {
            var said = Optional.ofNullable(component.getAccessor().getAnnotation(Schema.class));
            if (said.filter(Schema::readOnly).isEmpty()) {
                properties.set(component.getName(), property(component, said));
            }
            if (said.filter(Schema::required).isPresent()) {
                schema.withArray("required").add(component.getName());
            }
        }
        return schema;
    }

    private static ObjectNode property(RecordComponent component, Optional<Schema> said) {
        var property = nested(component.getType());
        boolean needed = said.filter(Schema::required).isPresent();
        property.set("type", type(component.getType(), needed));
        if (component.getType() == Instant.class) {
            property.put("format", "date-time");
        } else if (Collection.class.isAssignableFrom(component.getType())) {
            property.putObject("items").put("type", "string");
        } else if (Map.class.isAssignableFrom(component.getType())) {
            property.putObject("additionalProperties").put("type", "string");
        }
        if (component.getType().isEnum()) {
            allow(property, words(component.getType()), needed);
        }
        said.ifPresent(schema -> limit(property, schema, needed));
        return property;
    }

    private static ObjectNode nested(Class<?> type) {
        return type.isRecord() ? of(type.asSubclass(Record.class)) : NODES.objectNode();
    }

    /** What is null counts as absent. */
    private static JsonNode type(Class<?> type, boolean needed) {
        var name = NODES.textNode(name(type));
        return needed ? name : NODES.arrayNode().add(name).add("null");
    }

    private static String name(Class<?> type) {
        if (type == String.class || type == Instant.class || type.isEnum()) {
            return "string";
        }
        if (type == int.class || type == Integer.class) {
            return "integer";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return Collection.class.isAssignableFrom(type) ? "array" : "object";
    }

    private static void limit(ObjectNode property, Schema said, boolean needed) {
        text(said.description()).ifPresent(text -> property.put("description", text));
        text(said.pattern()).ifPresent(text -> property.put("pattern", "^(" + text + ")$"));
        text(said.minimum()).ifPresent(text -> property.put("minimum", new BigDecimal(text)));
        text(said.maximum()).ifPresent(text -> property.put("maximum", new BigDecimal(text)));
        text(said.defaultValue()).ifPresent(text -> property.set("default", value(property, text)));
        if (said.minLength() > 0) {
            property.put("minLength", said.minLength());
        }
        if (said.maxLength() < Integer.MAX_VALUE) {
            property.put("maxLength", said.maxLength());
        }
        if (said.maxItems() > 0 && said.maxItems() < Integer.MAX_VALUE) {
            property.put("maxItems", said.maxItems());
        }
        if (said.enumeration().length > 0) {
            allow(property, List.of(said.enumeration()), needed);
        }
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(one -> Words.of((Enum<?>) one)).toList();
    }

    private static void allow(ObjectNode property, List<String> words, boolean needed) {
        var allowed = property.putArray("enum");
        words.forEach(allowed::add);
        if (!needed) {
            allowed.addNull();
        }
    }

    private static JsonNode value(ObjectNode property, String text) {
        boolean isText = property.path("type").toString().contains("string");
        return isText ? NODES.textNode(text) : ApiJson.stored(text);
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(is -> !is.isEmpty());
    }
}
