package io.milvaion.web.ground.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Fields of a JSON object. An absent field and one that is null are the same. */
public final class Fields extends Input {

    private final ObjectNode object;

    public Fields(ObjectNode object) {
        super(names(object), "There is no such field.");
        this.object = object;
    }

    /**
     * Reads a body.
     *
     * @throws io.milvaion.scheduler.ground.refusal.InvalidInput naming everything that is wrong
     */
    public static <T> T read(ObjectNode body, Function<Fields, T> reading) {
        var fields = new Fields(body);
        T value = reading.apply(fields);
        fields.check();
        return value;
    }

    /** Likewise; there may be none at all, which is an empty object then. */
    public static <T> T read(byte[] body, Function<Fields, T> reading) {
        return read(
                body.length == 0
                        ? JsonNodeFactory.instance.objectNode()
                        : ApiJson.read(body, ObjectNode.class),
                reading);
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    @Override
    public String text(String name) {
        return text(name, (String) null);
    }

    public String text(String name, String otherwise) {
        var value = find(name);
        if (value == null) {
            return otherwise;
        }
        return value.isTextual() ? value.textValue() : wrong(name, "This must be text.", otherwise);
    }

    public Integer integer(String name) {
        var value = find(name);
        if (value == null) {
            return null;
        }
        return value.isIntegralNumber() && value.canConvertToInt()
                ? (Integer) value.intValue()
                : wrong(name, "This must be a whole number.", null);
    }

    @Override
    public Integer integer(String name, Integer otherwise, int min, int max) {
        var value = integer(name);
        if (value == null) {
            return otherwise;
        }
        return value >= min && value <= max
                ? value
                : wrong(name, "Allowed: " + min + " to " + max + ".", otherwise);
    }

    @Override
    public Boolean flag(String name) {
        return has(name) ? (Boolean) flag(name, false) : null;
    }

    public boolean flag(String name, boolean otherwise) {
        var value = find(name);
        if (value == null) {
            return otherwise;
        }
        return value.isBoolean()
                ? value.booleanValue()
                : wrong(name, "This must be true or false.", otherwise);
    }

    /** Reads an ISO-8601 instant with any offset, cut to milliseconds. */
    @Override
    public Instant instant(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return wrong(
                    name, "This must be an ISO-8601 instant like 2030-01-31T12:00:00.000Z.", null);
        }
    }

    public List<String> texts(String name) {
        var value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            return wrong(name, "This must be a list of texts.", List.of());
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                texts.add(value.get(i).textValue());
            } else {
                wrong(name + "[" + i + "]", "This must be text.");
            }
        }
        return List.copyOf(texts);
    }

    /** Reads a list of UUIDs, each once. */
    public List<UUID> uuids(String name) {
        var ids = new LinkedHashSet<UUID>();
        var texts = texts(name);
        for (int i = 0; i < texts.size(); i++) {
            if (PathId.isUuid(texts.get(i))) {
                ids.add(UUID.fromString(texts.get(i)));
            } else {
                wrong(name + "[" + i + "]", PathId.NO_UUID);
            }
        }
        return List.copyOf(ids);
    }

    public ObjectNode object(String name) {
        var value = find(name);
        return value == null || value instanceof ObjectNode
                ? (ObjectNode) value
                : wrong(name, "This must be a JSON object.", null);
    }

    /**
     * Reads an object field by field; null if there is none. What is wrong in it names its path.
     */
    public <T> T nested(String name, Function<Fields, T> reading) {
        var inner = object(name);
        if (inner == null) {
            return null;
        }
        var fields = new Fields(inner);
        T read = reading.apply(fields);
        fields.violations().forEach(v -> wrong(name + "." + v.field(), v.message()));
        return read;
    }

    /** Knows fields without reading them. */
    public Fields ignore(Set<String> names) {
        names.forEach(this::known);
        return this;
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private JsonNode find(String name) {
        known(name);
        var value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
