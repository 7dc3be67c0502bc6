package io.milvaion.web.ground.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads the fields of a JSON object one by one and remembers everything that is wrong with them, so
 * that the client hears it at once. An absent field and one that is null are the same.
 */
public final class Fields {

    private final ObjectNode object;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    public Fields(ObjectNode object) {
        this.object = object;
    }

    /** Reads text; a wrong value counts as absent here and in all methods below. */
    public String text(String name, String otherwise) {
        var value = find(name);
        if (value == null) {
            return otherwise;
        }
        return value.isTextual() ? value.textValue() : wrong(name, "This must be text.", otherwise);
    }

    public String text(String name) {
        return text(name, null);
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

    /** Reads a flag that may be absent. */
    public Boolean flag(String name) {
        return has(name) ? (Boolean) flag(name, false) : null;
    }

    public boolean has(String name) {
        return find(name) != null;
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
                wrong(name + "[" + i + "]", "This must be text.", null);
            }
        }
        return List.copyOf(texts);
    }

    public UUID uuid(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        return PathId.isUuid(text)
                ? UUID.fromString(text)
                : wrong(name, "This must be a UUID.", null);
    }

    /** Reads a list of UUIDs, each once. */
    public List<UUID> uuids(String name) {
        var ids = new LinkedHashSet<UUID>();
        var texts = texts(name);
        for (int i = 0; i < texts.size(); i++) {
            if (PathId.isUuid(texts.get(i))) {
                ids.add(UUID.fromString(texts.get(i)));
            } else {
                wrong(name + "[" + i + "]", "This must be a UUID.");
            }
        }
        return List.copyOf(ids);
    }

    /**
     * Reads an object field by field; null if there is none. What is wrong in it names its path.
     */
    public <T> T nested(String name, Function<Fields, T> reading) {
        var value = find(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ObjectNode inner)) {
            return wrong(name, "This must be a JSON object.", null);
        }
        var fields = new Fields(inner);
        T read = reading.apply(fields);
        fields.violations()
                .forEach(v -> violations.add(new Violation(name + "." + v.field(), v.message())));
        return read;
    }

    /** Adds what the caller has found wrong. */
    public void wrong(String name, String message) {
        violations.add(new Violation(name, message));
    }

    /** Reads an object as JSON text. */
    public String object(String name, String otherwise) {
        var value = find(name);
        if (value == null) {
            return otherwise;
        }
        return value.isObject()
                ? value.toString()
                : wrong(name, "This must be a JSON object.", otherwise);
    }

    /** Knows fields without reading them. */
    public Fields ignore(Set<String> names) {
        known.addAll(names);
        return this;
    }

    /** Ends the reading: fields that nobody asked for are wrong, too. */
    public List<Violation> violations() {
        var unknown = new ArrayList<>(violations);
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                unknown.add(new Violation(name, "There is no such field."));
                            }
                        });
        return unknown;
    }

    private JsonNode find(String name) {
        known.add(name);
        var value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private <T> T wrong(String name, String message, T otherwise) {
        violations.add(new Violation(name, message));
        return otherwise;
    }
}
