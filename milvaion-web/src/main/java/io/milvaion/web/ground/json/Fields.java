package io.milvaion.web.ground.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.word.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** Whether a field is absent, or an object without members. */
    public boolean isOpen(String name) {
        var value = object.get(name);
        return value == null || (value.isObject() && value.isEmpty());
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

    @Override
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

    @Override
    public <E> E word(String name, Words<E> words, E otherwise) {
        var value = find(name);
        if (value == null) {
            return otherwise;
        }
        var read =
                value.isTextual()
                        ? words.read(value.textValue())
                        : words.readNumber(value.isIntegralNumber() ? value.asText() : "");
        return read.orElseGet(() -> wrong(name, allowed(words), otherwise));
    }

    @Override
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
     * Reads an object of criteria; null if there is none. An empty criterion is wrong: whoever
     * wrote it has meant something, and only an absent one means any. What is wrong names its path.
     */
    public <T> T filter(String name, Function<Fields, T> reading) {
        refuseEmpty(name);
        var given = object(name);
        if (given == null) {
            return null;
        }
        var empty = names(given).stream().filter(is -> isEmpty(given.get(is))).toList();
        empty.forEach(is -> wrong(name + "." + is, EMPTY));
        return part(name, given.deepCopy().remove(empty), reading);
    }

    /** Reads an object; null if there is none. What is wrong names its path. */
    public <T> T part(String name, Function<Fields, T> reading) {
        var given = object(name);
        return given == null ? null : part(name, given, reading);
    }

    /** Reads a list of objects. What is wrong names its path. */
    public <T> List<T> parts(String name, Function<Fields, T> reading) {
        var value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            return wrong(name, "This must be a list of objects.", List.of());
        }
        var parts = new ArrayList<T>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i) instanceof ObjectNode given) {
                parts.add(part(name + "[" + i + "]", given, reading));
            } else {
                wrong(name + "[" + i + "]", "This must be a JSON object.");
            }
        }
        return parts;
    }

    private <T> T part(String name, ObjectNode given, Function<Fields, T> reading) {
        var fields = new Fields(given);
        T read = reading.apply(fields);
        fields.violations().forEach(v -> wrong(name + "." + v.field(), v.message()));
        return read;
    }

    /** Refuses those of the fields that are there with nothing in them. */
    public void refuseEmpty(String... names) {
        for (var name : names) {
            if (object.has(name) && isEmpty(object.get(name))) {
                wrong(name, EMPTY);
            }
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isArray() && value.isEmpty());
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
