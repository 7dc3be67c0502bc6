package io.milvaion.cli.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the server have what a file says. */
@Command(
        name = "apply",
        description = "Makes jobs and roles as a file of YAML or JSON says, all or none.")
public final class ApplyCommand implements Runnable {

    @Spec CommandSpec spec;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE|-",
            description = "What there should be.")
    String file;

    @Option(names = "--dry-run", description = "Show what would change, change nothing.")
    boolean dryRun;

    @Option(
            names = "--prune",
            paramLabel = "LABEL=VALUE",
            description = "Delete what has this label and is not in the file.")
    String prune;

    @Option(names = "--adopt", description = "Take over jobs and roles that no file has made.")
    boolean adopt;

    @Option(names = "--allow-empty", description = "The file may have nothing in it, to prune all.")
    boolean allowEmpty;

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        var path =
                new Query("apply")
                        .with("dryRun", dryRun ? true : null)
                        .with("prune", prune)
                        .with("adopt", adopt ? true : null)
                        .with("allowEmpty", allowEmpty ? true : null);
        var answer =
                milvaion.server().send(new Request("PUT", path.toString()).with(body())).json();
        var steps = StreamSupport.stream(answer.path("items").spliterator(), false);
        milvaion.printer().list(steps.map(ApplyCommand::row), "action", "kind", "name", "differs");
        milvaion.terminal()
                .err()
                .println((dryRun ? "Would be: " : "Done: ") + answer.path("summary"));
    }

    /** With the names of what differs, which a table has room for. */
    private static JsonNode row(JsonNode step) {
        var fields = ((ObjectNode) step).putArray("differs");
        step.path("changes").forEach(change -> fields.add(change.path("field").asText()));
        return step;
    }

    private Body body() {
        var json = file.endsWith(".json");
        var written = file.equals("-") ? stdin() : Body.file(Path.of(file));
        return new Body(json ? "application/json" : "application/yaml", written);
    }

    private String stdin() {
        return Milvaion.of(spec).terminal().in().lines().collect(Collectors.joining("\n"));
    }
}
