package io.milvaion.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7396 section 2. */
public final class MergePatch {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new ExactNumbers()).build();

    private MergePatch() {}

    /**
     * Applies a patch.
     *
     * @param target JSON text that was stored
     * @param patch likewise
     */
    public static String apply(String target, String patch) {
        try {
            return apply(MAPPER.readTree(target), MAPPER.readTree(patch)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is broken", e);
        }
    }

    /** Applies a patch; the target may be changed and must be replaced by the answer. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result =
                target != null && target.isObject()
                        ? (ObjectNode) target
                        : JsonNodeFactory.instance.objectNode();
        for (var member : patch.properties()) {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), apply(result.get(member.getKey()), member.getValue()));
            }
        }
        return result;
    }
}
