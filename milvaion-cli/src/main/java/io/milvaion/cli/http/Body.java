package io.milvaion.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.cli.Mistake;
import io.milvaion.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What a request carries. */
public record Body(String type, String text) {

    /** Numbers keep their text. */
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    public static Body json(JsonNode json) {
        return new Body("application/json", json.toString());
    }

    public static Body mergePatch(JsonNode json) {
        return new Body("application/merge-patch+json", json.toString());
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** JSON that is written on the command line, or is in a file ({@code @FILE}, {@code -}). */
    public static JsonNode given(String written, Terminal terminal) {
        var text = text(written, terminal);
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Mistake("No JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(String written, Terminal terminal) {
        if (written.equals("-")) {
            return terminal.in().lines().collect(Collectors.joining("\n"));
        }
        if (!written.startsWith("@")) {
            return written;
        }
        return file(Path.of(written.substring(1)));
    }

    /**
     * @throws Mistake if it can't be read
     */
    public static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new Mistake(path + " can't be read: " + e, e);
        }
    }
}
