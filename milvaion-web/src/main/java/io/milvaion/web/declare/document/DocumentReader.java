package io.milvaion.web.declare.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.plan.Declaration;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.web.declare.form.Form;
import io.milvaion.web.declare.form.Forms;
import io.milvaion.web.ground.access.NotPermitted;
import io.milvaion.web.ground.json.Fields;
import java.util.ArrayList;
import java.util.List;

/** Reads documents, all that is not {@code spec}, and what is wrong with any of them. */
public final class DocumentReader {

    private final Forms forms;
    private final Caller caller;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Declaration<?>> read = new ArrayList<>();

    private DocumentReader(Forms forms, Caller caller) {
        this.forms = forms;
        this.caller = caller;
    }

    /**
     * @throws InvalidInput naming everything that is wrong so far
     * @throws NotPermitted if the caller may not write what is declared
     */
    public static List<Declaration<?>> read(List<JsonNode> documents, Forms forms, Caller caller) {
        var reader = new DocumentReader(forms, caller);
        for (int i = 0; i < documents.size(); i++) {
            reader.read(i, documents.get(i));
        }
        if (!reader.violations.isEmpty()) {
            throw new InvalidInput(reader.violations);
        }
        return reader.read;
    }

    private void read(int index, JsonNode document) {
        if (!(document instanceof ObjectNode object)) {
            wrong(index, "", "This must be an object with kind, metadata and spec.");
            return;
        }
        var fields = new Fields(object);
        fields.text("$schema");
        var kind = fields.word("kind", forms.names(), null);
        require(fields, "kind");
        var metadata = Metadata.read(fields);
        var spec = fields.object("spec");
        require(fields, "spec");
        fields.violations().forEach(v -> wrong(index, "." + v.field(), v.message()));
        if (kind != null && metadata != null && spec != null) {
            var form = forms.require(kind);
            NotPermitted.unless(caller, form.writes());
            read.add(declaration(index, form, metadata, spec));
        }
    }

    private <T extends Record> Declaration<T> declaration(
            int index, Form<T> form, Metadata metadata, ObjectNode spec) {
        if (metadata.id() != null && form.kind().idOf(metadata.name()).isPresent()) {
            wrong(index, ".metadata.id", "A " + form.kind().name() + " is known by its name.");
        }
        return new Declaration<>(
                index,
                form.kind(),
                metadata.name(),
                metadata.id(),
                metadata.labels(),
                before -> form.read(metadata.name(), spec, before, caller));
    }

    private static void require(Fields fields, String name) {
        if (!fields.has(name)) {
            fields.wrong(name, "This is needed.");
        }
    }

    private void wrong(int index, String path, String message) {
        violations.add(new Violation("documents[" + index + "]" + path, message));
    }
}
