package io.milvaion.web.declare.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.yaml.YamlReader;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** The documents of a body: all of a YAML stream; in JSON one, or an array of them. */
public final class Documents {

    public static final String YAML = "application/yaml";

    /** Other names that programs know YAML by. */
    public static final String OLD_YAML = "application/x-yaml";

    private static final int MOST = 5_000;

    private Documents() {}

    /**
     * @throws InvalidInput if they are malformed or too many
     */
    public static List<JsonNode> read(byte[] body, MediaType type) {
        if (body.length == 0) {
            throw new InvalidInput("", ApiJson.NO_BODY);
        }
        var documents = isJson(type) ? json(body) : YamlReader.read(body);
        if (documents.size() > MOST) {
            throw new InvalidInput("", "At most " + MOST + " documents.");
        }
        documents.forEach(ApiJson::requireUsable);
        return documents;
    }

    public static boolean isJson(MediaType type) {
        return type.getSubtype().endsWith("json");
    }

    private static List<JsonNode> json(byte[] body) {
        var tree = ApiJson.read(body);
        if (!tree.isArray()) {
            return List.of(tree);
        }
        var documents = new ArrayList<JsonNode>();
        tree.forEach(documents::add);
        return documents;
    }
}
