package io.milvaion.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.cli.ExitCode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.Paging;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Pause;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import io.milvaion.cli.http.Server;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Actions on all that fits a filter, done by the server. */
@Command(
        name = "operations",
        description = "Does something to many jobs, runs or failures at once.")
public final class OperationsCommand {

    private static final Duration BETWEEN = Duration.ofMillis(500);

    @Spec CommandSpec spec;

    @Command(description = "Starts one.")
    int start(
            @Parameters(
                            paramLabel = "JSON|@FILE|-",
                            description = "Target, action, filter and reason.")
                    String written,
            @Option(names = "--dry-run", description = "Count what it would be done to.")
                    boolean dryRun,
            @Option(names = "--wait", description = "Show how far it is; 1 if anything failed.")
                    boolean wait) {
        var body = Body.given(written, milvaion().terminal());
        if (dryRun && body instanceof ObjectNode object) {
            object.put("dryRun", true);
        }
        var answer = server().send(new Request("POST", "operations").with(Body.json(body))).json();
        if (wait && !dryRun) {
            return watch(answer.path("id").asText());
        }
        milvaion().printer().one(answer);
        return ExitCode.DONE;
    }

    @Command(description = "Lists them, new ones first.")
    void list(@Mixin Paging paging) {
        milvaion()
                .printer()
                .list(
                        paging.of(server(), new Query("operations")),
                        "id",
                        "target",
                        "action",
                        "state",
                        "done",
                        "total",
                        "failed",
                        "by");
    }

    @Command(description = "Shows one.")
    void get(@Parameters(paramLabel = "OPERATION") String id) {
        milvaion().printer().one(read(id));
    }

    @Command(description = "Lists what it could not do.")
    void failures(@Parameters(paramLabel = "OPERATION") String id, @Mixin Paging paging) {
        milvaion()
                .printer()
                .list(
                        paging.of(server(), new Query("operations/" + id + "/failures")),
                        "id",
                        "name",
                        "reason");
    }

    @Command(description = "Shows how far it is until it ends; 1 if anything failed.")
    int watch(@Parameters(paramLabel = "OPERATION") String id) {
        try (var bar = new Progress(milvaion().terminal())) {
            while (true) {
                var now = read(id);
                bar.show(
                        now.path("done").asLong() + now.path("failed").asLong(),
                        now.path("total").asLong());
                if (now.hasNonNull("endedAt")) {
                    return now.path("failed").asLong() == 0
                                    && now.path("state").asText().equals("completed")
                            ? ExitCode.DONE
                            : ExitCode.FAILED;
                }
                Pause.of(BETWEEN);
            }
        }
    }

    @Command(description = "Stops one; what it has done stays done.")
    void cancel(@Parameters(paramLabel = "OPERATION") String id) {
        var request =
                new Request("POST", "operations/" + id + "/cancel").with(Body.json(Body.object()));
        milvaion().printer().one(server().send(request).json());
    }

    private JsonNode read(String id) {
        return server().get("operations/" + id).json();
    }

    private Milvaion milvaion() {
        return Milvaion.of(spec);
    }

    private Server server() {
        return milvaion().server();
    }
}
