package io.milvaion.web.declare.apply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.apply.Export;
import io.milvaion.scheduler.declare.apply.Export.Exported;
import io.milvaion.scheduler.declare.apply.Export.Named;
import io.milvaion.scheduler.declare.plan.Label;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.web.declare.form.Form;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.yaml.YamlWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes objects as documents, a part of them at a time. */
@ApplicationScoped
class DocumentWriter {

    private static final int AT_ONCE = 100; // a job has 1 MiB of data at most

    @Inject Export export;

    /** Which objects of a kind are written. */
    record Chosen<T extends Record>(Form<T> form, List<Named> named) {}

    /**
     * @param id of the only object that is meant, or null for all
     */
    <T extends Record> Chosen<T> find(Form<T> form, Label label, String id) {
        var named = export.named(form.kind(), label);
        return new Chosen<>(
                form,
                id == null
                        ? named
                        : named.stream().filter(one -> one.noted().id().equals(id)).toList());
    }

    void write(List<? extends Chosen<?>> chosen, Reach reach, boolean json, OutputStream out)
            throws IOException {
        var text = new Text(json, out);
        for (var ofKind : chosen) {
            write(ofKind, reach, text);
        }
        text.end();
    }

    private <T extends Record> void write(Chosen<T> chosen, Reach reach, Text text)
            throws IOException {
        var named = chosen.named();
        for (int i = 0; i < named.size(); i += AT_ONCE) {
            var part = named.subList(i, Math.min(i + AT_ONCE, named.size()));
            for (var one : export.read(chosen.form().kind(), part, reach)) {
                text.add(document(chosen.form(), one));
            }
        }
    }

    private static <T extends Record> ObjectNode document(Form<T> form, Exported<T> one) {
        var document = JsonNodeFactory.instance.objectNode().put("kind", form.kind().name());
        var metadata = document.putObject("metadata").put("name", one.noted().name());
        if (!one.managed() && form.kind().idOf(one.noted().name()).isEmpty()) {
            metadata.put("id", one.noted().id());
        }
        if (!one.noted().labels().isEmpty()) {
            metadata.set("labels", ApiJson.tree(one.noted().labels()));
        }
        document.set("spec", form.write(one.is()));
        return document;
    }

    /** Documents one after the other. */
    private static final class Text {

        private final boolean json;
        private final OutputStream out;
        private boolean begun;

        Text(boolean json, OutputStream out) {
            this.json = json;
            this.out = out;
        }

        void add(ObjectNode document) throws IOException {
            if (json) {
                put(begun ? ",\n" : "[");
                put(document.toString());
            } else {
                put(YamlWriter.document(document));
            }
            begun = true;
        }

        void end() throws IOException {
            if (json) {
                put(begun ? "]\n" : "[]\n");
            }
        }

        private void put(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
