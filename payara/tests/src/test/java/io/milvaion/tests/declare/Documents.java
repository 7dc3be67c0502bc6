package io.milvaion.tests.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who applies documents of one team, and prunes them in the end. */
final class Documents implements AutoCloseable {

    static final String YAML = "application/yaml";
    static final String APPLY = "api/v1/apply";

    final String team = "t" + UUID.randomUUID();
    private final Milvaion milvaion;

    Documents(Milvaion milvaion) {
        this.milvaion = milvaion;
    }

    /** A document of a job; lines are added to its spec. */
    String job(String name, String... lines) {
        return document("Job", name, "displayName: " + name, lines);
    }

    String document(String kind, String name, String first, String... lines) {
        var head =
                "---\nkind: %s\nmetadata:\n  name: %s\n  labels:\n    team: %s\nspec:\n"
                        .formatted(kind, name, team);
        var all =
                kind.equals("Job")
                        ? Stream.of(first, "jobType: noop", "tags: [" + team + "]")
                        : Stream.of(first);
        return Stream.concat(all, Stream.of(lines))
                .collect(Collectors.joining("\n  ", head + "  ", "\n"));
    }

    /** A name of one's own. */
    String named(String name) {
        return name + "-" + team.substring(0, 13);
    }

    Answer apply(String query, String documents, String... headers) {
        return apply(milvaion.rest(), query, documents, headers);
    }

    Answer apply(Rest who, String query, String documents, String... headers) {
        return who.put(APPLY + query, YAML, documents, headers);
    }

    List<JsonNode> jobs() {
        return milvaion.items("api/v1/jobs?limit=200&sort=displayName&tag=" + team);
    }

    static List<String> actions(Answer answer) {
        var actions = new ArrayList<String>();
        answer.expect(200)
                .json()
                .get("items")
                .forEach(i -> actions.add(i.get("action").textValue()));
        return actions;
    }

    @Override
    public void close() {
        apply("?allowEmpty=true&prune=team=" + team, "# nothing").expect(200);
    }
}
