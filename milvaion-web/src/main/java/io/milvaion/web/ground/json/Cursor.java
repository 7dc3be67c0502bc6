package io.milvaion.web.ground.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The text of a cursor. It belongs to one list in one order, and clients make nothing of it.
 *
 * @param list address and order of the list
 */
record Cursor<K>(String list, CursorForm<K> form) {

    static final String WRONG =
            "This must be the nextCursor of a page of this list in the same order.";

    String write(K place) {
        var parts = new ArrayList<String>();
        parts.add(mark());
        parts.addAll(form.parts().apply(place));
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(ApiJson.write(parts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are not written", e);
        }
    }

    /** Empty if it is no cursor of this list. */
    Optional<K> read(String text) {
        try {
            var parts = texts(ApiJson.read(Base64.getUrlDecoder().decode(text)));
            return parts.get(0).equals(mark())
                    ? Optional.of(form.read().apply(parts.subList(1, parts.size())))
                    : Optional.empty();
        } catch (RuntimeException e) { // not Base64, not JSON, too few parts, parts of another form
            return Optional.empty();
        }
    }

    private String mark() {
        return Integer.toHexString(list.hashCode());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.textValue()));
        return texts;
    }
}
