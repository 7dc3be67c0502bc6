package io.milvaion.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The server answered, and did not do it. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode problem;

    Refused(Request request, int status, String body) {
        super(request.method() + " " + request.path() + ": " + status);
        this.status = status;
        this.problem = parsed(body);
    }

    public int status() {
        return status;
    }

    /** What it said (RFC 9457); missing if it was not the server that answered. */
    public JsonNode problem() {
        return problem == null ? MissingNode.getInstance() : problem;
    }

    /** For people: what is wrong, then each field that is. */
    public List<String> lines() {
        var problem = problem();
        if (!problem.hasNonNull("title")) {
            return List.of("The answer was " + status + ", without a reason. Is it a Milvaion?");
        }
        var lines = new ArrayList<String>();
        var title = problem.get("title").asText();
        if (problem.path("violations").isEmpty()) {
            lines.add(
                    problem.hasNonNull("detail")
                            ? title + ": " + problem.get("detail").asText()
                            : title);
        } else {
            lines.add(title + ":");
            for (var violation : problem.get("violations")) {
                lines.add(
                        "  "
                                + violation.path("field").asText()
                                + ": "
                                + violation.path("message").asText());
            }
        }
        return lines;
    }

    private static JsonNode parsed(String body) {
        try {
            return Body.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
