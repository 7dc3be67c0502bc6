package io.milvaion.cli.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import java.nio.file.Path;
import java.util.TreeMap;
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

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        var path = new Query("apply").with("dryRun", dryRun ? true : null).with("prune", prune);
        var request = new Request("PUT", path.toString()).with(body());
        var answer = milvaion.server().send(request).json();
        var changes = StreamSupport.stream(answer.path("changes").spliterator(), false);
        milvaion.printer().list(changes, "action", "kind", "name", "fields");
        milvaion.terminal().err().println(summary(answer.path("changes")));
    }

    private Body body() {
        var json = file.endsWith(".json");
        var written = file.equals("-") ? stdin() : Body.file(Path.of(file));
        return new Body(json ? "application/json" : "application/yaml", written);
    }

    private String stdin() {
        return Milvaion.of(spec).terminal().in().lines().collect(Collectors.joining("\n"));
    }

    private String summary(Iterable<JsonNode> changes) {
        var counted =
                StreamSupport.stream(changes.spliterator(), false)
                        .collect(
                                Collectors.groupingBy(
                                        change -> change.path("action").asText(),
                                        TreeMap::new,
                                        Collectors.counting()));
        return (dryRun ? "Would be: " : "Done: ") + counted;
    }
}
