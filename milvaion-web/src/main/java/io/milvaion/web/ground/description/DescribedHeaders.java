package io.milvaion.web.ground.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.web.ground.description.Problems.Refused;
import java.util.List;
import java.util.Map;

/** The headers of answers. */
final class DescribedHeaders {

    static final String ETAG = "ETag";
    static final String LOCATION = "Location";
    static final List<String> OUTDATED = List.of("Deprecation", "Sunset", "Link");

    private static final String RETRY_AFTER = "Retry-After";
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private static final Map<String, String> MEANINGS =
            Map.of(
                    ETAG,
                    "The version of what is shown, for If-Match",
                    LOCATION,
                    "The path of what was made",
                    OUTDATED.get(0),
                    "Since when this, or something that the request uses, is outdated (RFC 9745)",
                    OUTDATED.get(1),
                    "Before when it is not taken away (RFC 8594)",
                    OUTDATED.get(2),
                    "Where to read more of it",
                    RETRY_AFTER,
                    "After how many seconds it is worth another try",
                    WWW_AUTHENTICATE,
                    "How to show who calls");

    private final ObjectNode components;

    DescribedHeaders(ObjectNode document) {
        components = document.withObject("/components/headers");
    }

    void define() {
        MEANINGS.keySet().stream()
                .sorted()
                .forEach(
                        name -> {
                            var header = components.putObject(name);
                            header.put("description", MEANINGS.get(name));
                            header.putObject("schema")
                                    .put("type", name.equals(RETRY_AFTER) ? "integer" : "string");
                        });
    }

    static void addTo(ObjectNode response, String name) {
        response.withObject("headers").putObject(name).put("$ref", "#/components/headers/" + name);
    }

    static List<String> of(Refused refused) {
        return switch (refused) {
            case UNAUTHENTICATED -> List.of(WWW_AUTHENTICATE);
            case TOO_MANY, UNAVAILABLE -> List.of(RETRY_AFTER);
            default -> List.of();
        };
    }
}
