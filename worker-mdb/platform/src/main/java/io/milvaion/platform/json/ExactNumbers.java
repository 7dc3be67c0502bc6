package io.milvaion.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Has Jackson read trees whose numbers keep the text that they are written with: neither a double
 * nor a decimal holds every number, and none of them knows how it was written.
 */
public final class ExactNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public ExactNumbers() {
        super(ExactNumbers.class.getName());
        addDeserializer(JsonNode.class, new TreeReader<>(JsonNode.class));
        addDeserializer(ObjectNode.class, new TreeReader<>(ObjectNode.class));
        addDeserializer(ArrayNode.class, new TreeReader<>(ArrayNode.class));
    }

    private static final class TreeReader<T extends JsonNode> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final Class<T> type;

        TreeReader(Class<T> type) {
            super(type);
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var first = in.currentToken();
            var node = node(in);
            return type.isInstance(node)
                    ? type.cast(node)
                    : type.cast(context.handleUnexpectedToken(type, first, in, null));
        }

        @Override
        public T getNullValue(DeserializationContext context) {
            return type == JsonNode.class ? type.cast(NullNode.getInstance()) : null;
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }

    private static JsonNode node(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new ExactNumber(in.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_STRING -> NODES.textNode(in.getText());
            default -> NODES.pojoNode(in.getEmbeddedObject());
        };
    }

    private static ObjectNode object(JsonParser in) throws IOException {
        var object = NODES.objectNode();
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            object.set(name, node(in));
        }
        return object;
    }

    private static ArrayNode array(JsonParser in) throws IOException {
        var array = NODES.arrayNode();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(in));
        }
        return array;
    }
}
