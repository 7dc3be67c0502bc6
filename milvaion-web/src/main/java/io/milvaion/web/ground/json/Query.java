package io.milvaion.web.ground.json;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;

/**
 * Query parameters. Unknown, repeated and empty ones are wrong, too: a filter with a typing error
 * must not give an unfiltered list.
 */
public final class Query extends Input {

    private final MultivaluedMap<String, String> given;

    public Query(UriInfo uri) {
        super(uri.getQueryParameters().keySet(), "There is no such parameter.");
        given = uri.getQueryParameters();
    }

    @Override
    public String text(String name) {
        known(name);
        var values = given.get(name);
        if (values == null) {
            return null;
        }
        if (values.size() > 1) {
            wrong(name, "This is given more than once.");
        }
        var text = values.get(0);
        if (text.isBlank()) {
            return wrong(name, EMPTY, null);
        }
        return text.indexOf('\0') < 0 && text.indexOf('\uFFFD') < 0
                ? text
                : wrong(name, "This is not text in UTF-8, or contains U+0000.", null);
    }

    @Override
    public Integer integer(String name, Integer otherwise, int min, int max) {
        var text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            return value >= min && value <= max
                    ? (Integer) value
                    : wrong(name, "Allowed: " + min + " to " + max + ".", otherwise);
        } catch (NumberFormatException e) {
            return wrong(
                    name,
                    "This must be a whole number from " + min + " to " + max + ".",
                    otherwise);
        }
    }

    @Override
    public Boolean flag(String name) {
        var text = text(name);
        if (text == null || "true".equals(text) || "false".equals(text)) {
            return text == null ? null : (Boolean) "true".equals(text);
        }
        return wrong(name, "Allowed: true, false.", null);
    }

    @Override
    public Instant instant(String name) {
        var text = text(name);
        // a plus sign that was not encoded arrives as a space
        return instant(name, text == null ? null : text.replace(' ', '+'));
    }
}
