package io.milvaion.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * What the REST interface has answered.
 *
 * @param type of the body, or null
 * @param cut whether the body was longer
 */
record RestAnswer(int status, String type, String body, boolean cut) {

    private static final String NOTE =
            "\n[The answer was longer and ends here. Ask for less: a smaller limit, or a filter.]";

    boolean isError() {
        return status >= 400;
    }

    String text() {
        return cut ? body + NOTE : body;
    }

    /** The body as a JSON object, or null if it is none. */
    JsonNode json() {
        if (cut || type == null || !type.contains("json")) {
            return null;
        }
        try {
            var tree = SdkJson.MAPPER.readTree(body);
            return tree.isObject() ? tree : null;
        } catch (IOException e) {
            return null;
        }
    }
}
