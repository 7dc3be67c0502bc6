package io.milvaion.cli.run;

import io.milvaion.cli.ExitCode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.Paging;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import io.milvaion.cli.http.Server;
import io.milvaion.cli.job.Causes;
import io.milvaion.cli.job.JobName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done to runs: occurrences of jobs. */
@Command(name = "runs", description = "Lists runs, shows their logs, cancels and retries them.")
public final class RunsCommand {

    @Spec CommandSpec spec;

    @Command(description = "Lists runs, new ones first.")
    void list(
            @Option(names = "--job", paramLabel = "JOB") JobName job,
            @Option(names = "--type", paramLabel = "JOB-TYPE") String type,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description =
                                    "queued, running, completed, failed, cancelled, timedOut or unknown.")
                    String state,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Planned at or after.")
                    String from,
            @Option(names = "--to", paramLabel = "INSTANT", description = "Planned before.")
                    String to,
            @Mixin Paging paging) {
        var server = server();
        var list =
                new Query("occurrences")
                        .with("jobId", job == null ? null : job.id(server))
                        .with("jobType", type)
                        .with("state", state)
                        .with("from", from)
                        .with("to", to);
        milvaion()
                .printer()
                .list(
                        paging.of(server, list),
                        "id",
                        "jobName",
                        "state",
                        "plannedAt",
                        "durationMs",
                        "attempt");
    }

    @Command(description = "Shows a run.")
    void get(@Parameters(paramLabel = "RUN") String id) {
        milvaion().printer().one(server().get("occurrences/" + id).json());
    }

    @Command(description = "Tells what holds a run up.")
    void why(@Parameters(paramLabel = "RUN") String id) {
        Causes.print(milvaion().printer(), server().get("occurrences/" + id + "/why").json());
    }

    @Command(description = "Prints the log of a run.")
    int logs(
            @Parameters(paramLabel = "RUN") String id,
            @Option(
                            names = {"-f", "--follow"},
                            description = "Go on until the run ends; 1 unless it completes.")
                    boolean follow) {
        var reader = new Follow(server(), milvaion().terminal().out());
        if (follow) {
            return reader.untilItEnds(id);
        }
        reader.print(id);
        return ExitCode.DONE;
    }

    @Command(description = "Waits until a run ends; 1 unless it completes.")
    int wait(@Parameters(paramLabel = "RUN") String id) {
        return new Follow(server(), milvaion().terminal().err()).quietly(id);
    }

    @Command(description = "Cancels a run; one that is executed is asked to stop.")
    void cancel(@Parameters(paramLabel = "RUN") String id) {
        act(id, "cancel");
    }

    @Command(description = "Runs a failed one again.")
    void retry(@Parameters(paramLabel = "RUN") String id) {
        act(id, "retry");
    }

    private void act(String id, String action) {
        var request = new Request("POST", "occurrences/" + id + "/" + action);
        milvaion().printer().one(server().send(request.with(Body.json(Body.object()))).json());
    }

    private Milvaion milvaion() {
        return Milvaion.of(spec);
    }

    private Server server() {
        return milvaion().server();
    }
}
