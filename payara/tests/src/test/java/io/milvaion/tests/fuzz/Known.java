package io.milvaion.tests.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.tests.http.RawAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Ids to ask for: always as many, so that the seed alone says which one is taken. */
final class Known {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CREATED = 8;

    private final List<String> ids;
    private final List<String> jobs = new ArrayList<>();
    private int next;

    Known() {
        var nil = new UUID(0, 0).toString();
        ids = Arrays.asList(nil, nil, nil, nil, nil, nil, nil, nil, nil, "x");
    }

    List<String> ids() {
        return ids;
    }

    /** All jobs that were created. */
    List<String> jobs() {
        return jobs;
    }

    /** Learns of what was created. */
    void hear(RawAnswer answer) throws JsonProcessingException {
        if (answer.status() == 201) {
            var id = read(answer).get("id").textValue();
            jobs.add(id);
            add(id);
        } else if (answer.status() == 202) {
            var made = read(answer);
            add(made.path("occurrenceId").asText(made.path("id").asText()));
        }
    }

    private void add(String id) {
        ids.set(next, id);
        next = (next + 1) % CREATED;
    }

    private static JsonNode read(RawAnswer answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }
}
