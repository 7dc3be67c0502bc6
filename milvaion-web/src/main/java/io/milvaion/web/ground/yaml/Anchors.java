package io.milvaion.web.ground.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;

/** What aliases of a document stand for. A node is not known within itself. */
final class Anchors {

    /** A node with the characters that it would take without aliases. */
    record Known(JsonNode node, long size) {}

    private final Map<String, Known> known = new HashMap<>();

    void put(Anchor name, JsonNode node, long size) {
        known.put(name.getValue(), new Known(node, size));
    }

    Known require(AliasEvent alias) {
        var found = known.get(alias.getAlias().getValue());
        if (found == null) {
            throw YamlReader.malformed(
                    alias.getStartMark(),
                    "there is no &" + alias.getAlias().getValue() + " before this");
        }
        return found;
    }

    void clear() {
        known.clear();
    }
}
