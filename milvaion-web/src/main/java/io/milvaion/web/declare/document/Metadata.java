package io.milvaion.web.declare.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.web.ground.json.Fields;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By what an object is known.
 *
 * @param id in lower case, or null
 * @param labels not null
 */
public record Metadata(
        @Schema(
                        required = true,
                        pattern = NAME,
                        description = "tells objects of a kind apart, for good; in any case")
                String name,
        @Schema(
                        pattern = UUID_FORM,
                        description =
                                "of the job that ?adopt=true takes over; ignored where none is")
                String id,
        @Schema(description = "by which objects are exported and pruned; at most 20")
                Map<String, String> labels) {

    static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}";
    static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final int MOST_LABELS = 20;

    /** Reads the field of a document; null if something is wrong with it. */
    static Metadata read(Fields document) {
        var given = document.object("metadata");
        if (given == null) {
            if (!document.has("metadata")) {
                document.wrong("metadata", "This is needed.");
            }
            return null;
        }
        var fields = new Fields(given);
        var metadata = read(fields, fields.object("labels"));
        var violations = fields.violations();
        violations.forEach(v -> document.wrong("metadata." + v.field(), v.message()));
        return violations.isEmpty() ? metadata : null;
    }

    private static Metadata read(Fields fields, ObjectNode labels) {
        var name =
                fields.text(
                        "name",
                        Pattern.compile(NAME),
                        "1 to 100 letters, digits, spaces and . _ - after a letter or digit.");
        if (!fields.has("name")) {
            fields.wrong("name", "This is needed.");
        }
        UUID id = fields.uuid("id");
        return new Metadata(name, id == null ? null : id.toString(), labels(fields, labels));
    }

    private static Map<String, String> labels(Fields fields, ObjectNode given) {
        var labels = new TreeMap<String, String>();
        if (given == null) {
            return labels;
        }
        if (given.size() > MOST_LABELS) {
            fields.wrong("labels", "At most " + MOST_LABELS + ".");
        }
        for (var label : given.properties()) {
            if (!LabelText.isKey(label.getKey())) {
                fields.wrong("labels." + label.getKey(), LabelText.KEY_FORM);
            } else if (!label.getValue().isTextual()
                    || !LabelText.isValue(label.getValue().textValue())) {
                fields.wrong("labels." + label.getKey(), LabelText.VALUE_FORM);
            }
            labels.put(label.getKey(), label.getValue().asText());
        }
        return labels;
    }
}
