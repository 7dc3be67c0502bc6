package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What a column of bytes holds: JSON, properties, or an object of Java, which is never made.
 *
 * @param json missing if it is something else
 * @param bytes how many of them are something else
 */
record StoredData(JsonNode json, int bytes) {

    private static final StoredData NOTHING = new StoredData(MissingNode.getInstance(), 0);

    /** A serialised map of Quartz in which there is nothing. */
    private static final int EMPTY_MAP = 273;

    /**
     * @param column as exports write it: hex after {@code \x}, Base64, plain text, or a tree
     */
    static StoredData read(JsonNode column) {
        if (!column.isTextual()) {
            return column.isContainerNode() ? new StoredData(column, 0) : NOTHING;
        }
        var bytes = bytes(column.textValue());
        var text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return NOTHING;
        }
        if (text.startsWith("#")) {
            return properties(text);
        }
        try {
            return new StoredData(WireJson.read(bytes, JsonNode.class), 0);
        } catch (PoisonMessage e) {
            return new StoredData(MissingNode.getInstance(), bytes.length);
        }
    }

    private static byte[] bytes(String written) {
        try {
            if (written.startsWith("\\x")) {
                return HexFormat.of().parseHex(written.substring(2));
            }
            if (written.startsWith("rO0")) { // how Base64 of a serialised object begins
                return Base64.getMimeDecoder().decode(written);
            }
        } catch (IllegalArgumentException e) {
            // is the text itself
        }
        return written.getBytes(StandardCharsets.UTF_8);
    }

    private static StoredData properties(String text) {
        var read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            return new StoredData(MissingNode.getInstance(), text.length());
        }
        var tree = JsonNodeFactory.instance.objectNode();
        read.stringPropertyNames().forEach(name -> tree.put(name, read.getProperty(name)));
        return new StoredData(tree, 0);
    }

    /** Says so if there is something that is not read. */
    void lostIn(SourceJob job, String column) {
        if (bytes > EMPTY_MAP) {
            job.lost(
                    column,
                    "It is a serialised object of Java, "
                            + bytes
                            + " bytes: none is ever made of stored bytes. Write it as jobData.");
        }
    }

    /** Seconds, or text of ISO 8601. */
    static Duration duration(JsonNode written) {
        return written.isNumber()
                ? Duration.ofMillis(
                        written.decimalValue().multiply(BigDecimal.valueOf(1000)).longValue())
                : Duration.parse(written.asText());
    }

    /**
     * An instant as PostgreSQL and JSON write it.
     *
     * @throws DateTimeException if it is none
     */
    static Instant instant(String text) {
        var iso = text.replace(' ', 'T').replaceFirst("([+-][0-9]{2})$", "$1:00");
        return OffsetDateTime.parse(iso).toInstant();
    }
}
