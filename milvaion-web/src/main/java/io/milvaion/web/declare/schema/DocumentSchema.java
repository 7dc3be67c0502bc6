package io.milvaion.web.declare.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.web.declare.document.Metadata;
import io.milvaion.web.declare.form.Form;
import io.milvaion.web.declare.form.RecordSchema;
import java.util.List;

/** The JSON Schema of a document of any kind. */
final class DocumentSchema {

    private DocumentSchema() {}

    static ObjectNode of(List<Form<?>> forms) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "What Milvaion applies")
                .put("type", "object")
                .put("additionalProperties", false);
        var properties = schema.putObject("properties");
        properties.putObject("$schema").put("type", "string");
        var kinds = properties.putObject("kind").putArray("enum");
        properties.set("metadata", RecordSchema.of(Metadata.class));
        properties.putObject("spec").put("type", "object");
        schema.putArray("required").add("kind").add("metadata").add("spec");
        for (var form : forms) {
            var name = form.kind().name();
            kinds.add(name);
            schema.withObject("$defs").set(name, form.schema());
            var rule = schema.withArray("allOf").addObject();
            rule.putObject("if").putObject("properties").putObject("kind").put("const", name);
            rule.putObject("then")
                    .putObject("properties")
                    .putObject("spec")
                    .put("$ref", "#/$defs/" + name);
        }
        return schema;
    }
}
