package io.milvaion.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is said to a reader; of a problem its sentences. */
final class Told {

    private static final String NO_CONTENT = "Done.";

    private Told() {}

    static String of(RestAnswer answer) {
        var json = answer.json();
        if (answer.isError() && json != null) {
            return problem(json);
        }
        return answer.body().isEmpty() ? NO_CONTENT : answer.text();
    }

    static String of(InvalidInput refused) {
        return refused.violations().stream()
                .map(violation -> violation.field() + ": " + violation.message())
                .collect(Collectors.joining("\n"));
    }

    private static String problem(JsonNode problem) {
        var violations =
                StreamSupport.stream(problem.path("violations").spliterator(), false)
                        .map(
                                each ->
                                        each.path("field").asText()
                                                + ": "
                                                + each.path("message").asText());
        return Stream.concat(
                        Stream.of(
                                problem.path("status").asText()
                                        + " "
                                        + problem.path("title").asText(),
                                problem.has("violations") ? "" : problem.path("detail").asText()),
                        violations)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
