package io.milvaion.tests.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.tests.http.RawAnswer;
import io.milvaion.tests.http.RawRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ids to ask for: always as many, so that the seed alone says which one is taken. */
final class Known {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EACH = 4;

    private final List<String> ids;
    private final Set<String> made = new LinkedHashSet<>();
    private int nextJob;
    private int nextRun;

    Known() {
        var nil = new UUID(0, 0).toString();
        ids = Arrays.asList(nil, nil, nil, nil, nil, nil, nil, nil, nil, "x");
    }

    List<String> ids() {
        return ids;
    }

    /** The addresses of all that was made or replaced. */
    Set<String> made() {
        return made;
    }

    /** Learns of what was made. */
    void hear(RawRequest request, RawAnswer answer) throws JsonProcessingException {
        if (answer.status() == 201 && !answer.header("Location").isEmpty()) {
            var address = answer.header("Location");
            made.add(address);
            ids.set(nextJob++ % EACH, address.substring(address.lastIndexOf('/') + 1));
        } else if (request.method().equals("PUT") && answer.status() < 300) {
            made.add(request.target().replaceFirst("[?].*", ""));
        } else if (answer.status() == 202) {
            var made = read(answer);
            ids.set(
                    EACH + nextRun++ % EACH,
                    made.path("occurrenceId").asText(made.path("id").asText()));
        }
    }

    private static JsonNode read(RawAnswer answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }
}
