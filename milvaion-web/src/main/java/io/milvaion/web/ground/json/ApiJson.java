package io.milvaion.web.ground.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.platform.json.ExactNumbers;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.word.AnswerModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The JSON of the REST interface. Strict when it reads: UTF-8 only, no unknown or repeated fields,
 * nothing after the end, at most {@value #MAX_DEPTH} levels, no conversion between text, numbers
 * and flags, no text that PostgreSQL cannot store. Numbers keep their text. Writes instants and
 * enumerations by the {@link AnswerModule}. Safe to share between threads.
 */
public final class ApiJson {

    public static final int MAX_DEPTH = 64;

    public static final String NO_BODY = "A JSON body is required.";

    /** What the parser says about its source, which is always a text in memory. */
    private static final Pattern SOURCE =
            Pattern.compile("\\s*\\((for|start marker at).*|\\s*at \\[Source.*", Pattern.DOTALL);

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .addModule(new AnswerModule())
                    .addModule(new ExactNumbers())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfigDefaults(
                            config ->
                                    List.of(
                                                    CoercionInputShape.Integer,
                                                    CoercionInputShape.Float,
                                                    CoercionInputShape.Boolean)
                                            .forEach(
                                                    shape ->
                                                            config.setCoercion(
                                                                    shape, CoercionAction.Fail)))
                    .build();

    /** Who gives the stream decides when it is sent. */
    private static final ObjectWriter STREAMS =
            MAPPER.writer()
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                    .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private ApiJson() {}

    /** Turns any value into JSON text. */
    public static byte[] write(Object value) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Writes any value as JSON text, and leaves the stream open. */
    static void write(Object value, OutputStream out) throws IOException {
        STREAMS.writeValue(out, value);
    }

    /** Turns any value into a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Text that was stored as JSON, to be written as it is; null stays null. */
    public static RawValue raw(String json) {
        return json == null ? null : new RawValue(json);
    }

    /** Reads text that was stored as JSON. */
    public static JsonNode stored(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is broken", e);
        }
    }

    /**
     * Reads a body.
     *
     * @throws InvalidInput saying what is wrong, with the path where it is known
     */
    public static JsonNode read(byte[] body) {
        JsonNode tree = parse(decode(body));
        if (tree.isNull() || tree.isMissingNode()) {
            throw new InvalidInput("", NO_BODY);
        }
        requireUsable(tree);
        return tree;
    }

    /**
     * @throws InvalidInput naming each text that PostgreSQL cannot store
     */
    public static void requireUsable(JsonNode tree) {
        var unusable = UnusableText.in(tree);
        if (!unusable.isEmpty()) {
            throw new InvalidInput(unusable);
        }
    }

    /**
     * Reads a body as a value.
     *
     * @throws InvalidInput likewise
     */
    public static <T> T read(byte[] body, Class<T> type) {
        JsonNode tree = read(body);
        if (JsonNode.class.isAssignableFrom(type)) {
            if (!type.isInstance(tree)) {
                throw new InvalidInput("", "The body must be a JSON object.");
            }
            return type.cast(tree);
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw new InvalidInput(path(e.getPath()), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new InvalidInput("", e.getOriginalMessage());
        }
    }

    /**
     * Reads UTF-8.
     *
     * @throws InvalidInput if it is something else
     */
    public static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInput("", "The body is not UTF-8.");
        }
    }

    private static JsonNode parse(String text) {
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            try {
                JsonNode tree = MAPPER.readTree(parser);
                if (tree != null && parser.nextToken() != null) {
                    throw new InvalidInput("", "There is more after the end of the JSON.");
                }
                return tree == null ? MAPPER.missingNode() : tree;
            } catch (JsonProcessingException e) {
                throw new InvalidInput(
                        path(parser.getParsingContext().pathAsPointer()),
                        "The JSON is malformed"
                                + (e.getLocation() == null
                                        ? ""
                                        : " at line "
                                                + e.getLocation().getLineNr()
                                                + ", column "
                                                + e.getLocation().getColumnNr())
                                + ": "
                                + SOURCE.matcher(e.getOriginalMessage()).replaceAll(""));
            }
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static String path(JsonPointer pointer) {
        var path = new StringBuilder();
        for (var part = pointer; part != null && !part.matches(); part = part.tail()) {
            if (part.mayMatchElement()) {
                path.append('[').append(part.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getMatchingProperty());
            }
        }
        return path.toString();
    }

    private static String path(List<JsonMappingException.Reference> references) {
        var path = new StringBuilder();
        for (var part : references) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }
}
