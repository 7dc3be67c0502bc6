package io.milvaion.web.ground.json;

import io.milvaion.scheduler.ground.word.Words;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * Query parameters. Unknown, repeated (but for {@link #uuids}) and empty ones are wrong, too: a
 * filter with a typing error must not give an unfiltered list.
 */
public final class Query extends Input {

    private final MultivaluedMap<String, String> given;
    private final String list;

    public Query(UriInfo uri) {
        super(uri.getQueryParameters().keySet(), "There is no such parameter.");
        given = uri.getQueryParameters();
        list = uri.getPath();
    }

    /** Reads {@code limit} and {@code after} of a list that has one order. */
    public <K> Part<K> part(CursorForm<K> form) {
        return part(form, "");
    }

    /**
     * Reads {@code limit} and {@code after}.
     *
     * @param order what the list is sorted by; cursors of another order are refused
     */
    public <K> Part<K> part(CursorForm<K> form, String order) {
        var cursor = new Cursor<>(list + "?" + order, form);
        var text = text("after");
        var after = text == null ? null : cursor.read(text).orElse(null);
        if (text != null && after == null) {
            wrong("after", Cursor.WRONG);
        }
        int limit = integer("limit", Part.USUAL, 1, Part.MOST);
        return new Part<>(after, limit, cursor::write);
    }

    @Override
    public <E> E word(String name, Words<E> words, E otherwise) {
        var text = text(name);
        return text == null
                ? otherwise
                : words.read(text)
                        .or(() -> words.readNumber(text))
                        .orElseGet(() -> wrong(name, allowed(words), otherwise));
    }

    /** Reads a parameter that may be given up to so many times, and must be once. */
    public List<UUID> uuids(String name, int most) {
        known(name);
        var values = given.getOrDefault(name, List.of());
        if (values.isEmpty() || values.size() > most) {
            wrong(name, "This must be given once to " + most + " times.");
        }
        var ids = new LinkedHashSet<UUID>();
        for (var text : values) {
            if (PathId.UUID_FORM.matcher(text).matches()) {
                ids.add(UUID.fromString(text));
            } else {
                wrong(name, PathId.NO_UUID);
            }
        }
        return List.copyOf(ids);
    }

    /** Whether a parameter is there, whatever its value. */
    public boolean has(String name) {
        return given.containsKey(name);
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
    public Integer integer(String name) {
        return integer(name, null, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public List<String> texts(String name) {
        var text = text(name);
        return text == null ? List.of() : List.of(text.split(","));
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
