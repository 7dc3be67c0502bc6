package io.milvaion.platform.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code milvaion.json}: sections of settings, and nothing else. Malformed JSON, a name that
 * comes twice and a name that no setting has are refused with file, line and column.
 */
final class GuideFile {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Path file;
    private final JsonParser in;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private GuideFile(Path file, JsonParser in) {
        this.file = file;
        this.in = in;
    }

    /**
     * @return values by MicroProfile Config key
     * @throws InvalidSetting if anything in the file is wrong, or it cannot be read
     */
    static Map<String, String> read(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(bytes)) {
            var reading = new GuideFile(file, parser);
            reading.readRoot();
            return reading.values;
        } catch (JsonProcessingException e) {
            throw new InvalidSetting(place(file, e.getLocation()), e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidSetting(file.toString(), "cannot be read: " + e);
        }
    }

    private void readRoot() throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw refused("a JSON object is expected");
        }
        readSection();
        if (in.nextToken() != null) {
            throw refused("nothing may follow the closing brace");
        }
    }

    private void readSection() throws IOException {
        while (in.nextToken() != JsonToken.END_OBJECT) {
            List<String> section = here();
            path.addLast(in.currentName());
            if (GuideNames.keyAt(here()).isEmpty() && !GuideNames.isSection(here())) {
                throw refused("unknown name; known here: " + GuideNames.namesIn(section));
            }
            in.nextToken();
            readMember();
            path.removeLast();
        }
    }

    private void readMember() throws IOException {
        var key = GuideNames.keyAt(here());
        if (key.isEmpty()) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw refused("a section in braces is expected");
            }
            readSection();
        } else if (in.currentToken().isScalarValue() && in.currentToken() != JsonToken.VALUE_NULL) {
            values.put(key.get(), in.getText());
        } else {
            throw refused("text, a number, true or false is expected");
        }
    }

    private List<String> here() {
        return new ArrayList<>(path);
    }

    private InvalidSetting refused(String problem) {
        String name = path.isEmpty() ? "" : String.join(".", path) + ": ";
        return new InvalidSetting(place(file, in.currentTokenLocation()), name + problem);
    }

    private static String place(Path file, JsonLocation at) {
        return file + ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
