package io.milvaion.cli.cluster;

import io.milvaion.cli.Milvaion;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import io.milvaion.cli.http.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The nodes together. */
@Command(name = "cluster", description = "Nodes, the leader, and whether runs are dispatched.")
public final class ClusterCommand {

    @Spec CommandSpec spec;

    @Command(description = "Lists nodes.")
    void nodes() {
        milvaion()
                .printer()
                .list(
                        server().items(new Query("nodes").toString()),
                        "id",
                        "address",
                        "leader",
                        "alive",
                        "version",
                        "lastSeenAt");
    }

    @Command(description = "Shows the leader, totals and whether runs are dispatched.")
    void status() {
        var dashboard = server().get("dashboard").json();
        var shown = Body.object();
        shown.set("leader", dashboard.path("leader"));
        shown.set("dispatch", dashboard.path("dispatch"));
        shown.set("numbers", dashboard.path("numbers"));
        milvaion().printer().one(shown);
    }

    @Command(description = "Stops dispatching; what runs goes on.")
    void stop(
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "For the others.")
                    String reason) {
        dispatch("stop", Body.json(Body.object().put("reason", reason)));
    }

    @Command(description = "Dispatches again.")
    void resume() {
        dispatch("resume", Body.json(Body.object()));
    }

    private void dispatch(String action, Body body) {
        var answer = server().send(new Request("POST", "admin/dispatch/" + action).with(body));
        milvaion().printer().one(answer.json());
    }

    private Milvaion milvaion() {
        return Milvaion.of(spec);
    }

    private Server server() {
        return milvaion().server();
    }
}
