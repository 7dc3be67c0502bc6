package io.milvaion.web.ground.json;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads query parameters one by one and remembers everything that is wrong with them, unknown and
 * repeated ones too: a filter with a typing error must not give an unfiltered list.
 */
public final class Query {

    private final MultivaluedMap<String, String> given;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    public Query(UriInfo uri) {
        given = uri.getQueryParameters();
    }

    public String text(String name) {
        known.add(name);
        var values = given.get(name);
        if (values == null) {
            return null;
        }
        if (values.size() > 1) {
            wrong(name, "This is given more than once.");
        }
        var text = values.get(0);
        if (text.isEmpty()) {
            return null;
        }
        if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
            wrong(name, "This is not text in UTF-8, or contains U+0000.");
            return null;
        }
        return text;
    }

    /** Reads a whole number in a closed range. */
    public Integer integer(String name, Integer otherwise, int min, int max) {
        var text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            wrong(name, "This must be a whole number from " + min + " to " + max + ".");
            return otherwise;
        }
        wrong(name, "Allowed: " + min + " to " + max + ".");
        return otherwise;
    }

    public Boolean flag(String name) {
        var text = text(name);
        if (text == null || "true".equals(text) || "false".equals(text)) {
            return text == null ? null : (Boolean) "true".equals(text);
        }
        wrong(name, "Allowed: true, false.");
        return null;
    }

    /** Reads an ISO-8601 instant with any offset. */
    public Instant instant(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            // a plus sign that was not encoded arrives as a space
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            wrong(name, "This must be an ISO-8601 instant like 2030-01-31T12:00:00.000Z.");
            return null;
        }
    }

    public UUID uuid(String name) {
        var text = text(name);
        if (text == null || PathId.isUuid(text)) {
            return text == null ? null : UUID.fromString(text);
        }
        wrong(name, "This must be a UUID.");
        return null;
    }

    public <E> E oneOf(String name, Map<String, E> allowed, E otherwise) {
        var text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (!allowed.containsKey(text)) {
            wrong(
                    name,
                    "Allowed: " + String.join(", ", allowed.keySet().stream().sorted().toList()));
        }
        return allowed.getOrDefault(text, otherwise);
    }

    public void wrong(String name, String message) {
        violations.add(new Violation(name, message));
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidInput naming every parameter that is wrong or unknown
     */
    public void check() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                wrong(name, "There is no such parameter.");
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
