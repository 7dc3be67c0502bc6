package io.milvaion.cli.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.Mistake;
import io.milvaion.cli.NotFound;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Server;
import java.util.stream.Collectors;

/** Jobs as users call them: by id, or by a name that only one has. */
public record JobName(String text) {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /**
     * @throws Mistake if no job has the name, or several have it
     */
    public String id(Server server) {
        if (text.matches(ID)) {
            return text;
        }
        var named =
                server.items(new Query("jobs").with("q", text).with("limit", 200).toString())
                        .filter(job -> job.path("displayName").asText().equals(text))
                        .map(job -> job.path("id").asText())
                        .toList();
        return switch (named.size()) {
            case 0 -> throw new NotFound("There is no job " + text + ": milvaion jobs list");
            case 1 -> named.get(0);
            default ->
                    throw new Mistake(
                            named.size()
                                    + " jobs are called so, say which: "
                                    + named.stream().collect(Collectors.joining(", ")));
        };
    }

    /** The job itself. */
    public JsonNode read(Server server) {
        return server.get("jobs/" + id(server)).json();
    }
}
