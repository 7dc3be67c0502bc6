package io.milvaion.web.declare.imports;

import io.milvaion.scheduler.declare.imports.SourceEntry;
import io.milvaion.scheduler.declare.imports.SourceInput;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.web.declare.document.Documents;
import io.milvaion.web.ground.json.ApiJson;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Reads the body of an import: a file as it is, or its text as JSON. */
final class ImportBody {

    private static final MediaType YAML = MediaType.valueOf(Documents.YAML);

    private ImportBody() {}

    /**
     * @throws InvalidInput if it is not of the format, or there is too much in it
     */
    static List<SourceEntry> read(byte[] body, MediaType type, ImportQuery query, Instant now) {
        var file = Documents.isJson(type) ? unquoted(body) : body;
        var text = ApiJson.decode(file);
        if (text.isBlank()) {
            throw new InvalidInput("", "There is nothing in this.");
        }
        var kind =
                text.stripLeading().matches("(?s)[\\[{].*")
                        ? MediaType.APPLICATION_JSON_TYPE
                        : YAML;
        return query.format()
                .read(new SourceInput(text, () -> Documents.read(file, kind), query.zone(), now));
    }

    /** In JSON a text is what a file would have in it. */
    private static byte[] unquoted(byte[] body) {
        var tree = ApiJson.read(body);
        return tree.isTextual() ? tree.textValue().getBytes(StandardCharsets.UTF_8) : body;
    }
}
