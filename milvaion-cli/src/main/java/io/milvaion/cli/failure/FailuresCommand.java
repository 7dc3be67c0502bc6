package io.milvaion.cli.failure;

import io.milvaion.cli.Milvaion;
import io.milvaion.cli.Paging;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import io.milvaion.cli.http.Server;
import io.milvaion.cli.job.JobName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs that ended otherwise than Completed. */
@Command(
        name = "failures",
        description = "Runs that ended badly: lists, groups, what is done about them.")
public final class FailuresCommand {

    @Spec CommandSpec spec;

    @Command(description = "Lists them, new ones first.")
    void list(
            @Option(names = "--job", paramLabel = "JOB") JobName job,
            @Option(names = "--group", paramLabel = "GROUP", description = "Id of a group.")
                    String group,
            @Option(
                            names = "--resolved",
                            negatable = true,
                            description = "Only those that are, or are not.")
                    Boolean resolved,
            @Mixin Paging paging) {
        var server = server();
        var list =
                new Query("failed-occurrences")
                        .with("jobId", job == null ? null : job.id(server))
                        .with("group", group)
                        .with("resolved", resolved);
        milvaion()
                .printer()
                .list(
                        paging.of(server, list),
                        "occurrenceId",
                        "jobName",
                        "state",
                        "cause",
                        "endedAt",
                        "resolvedAt");
    }

    @Command(description = "Groups of similar errors, those seen last first.")
    void groups(@Mixin Paging paging) {
        milvaion()
                .printer()
                .list(
                        paging.of(server(), new Query("failed-occurrences/groups")),
                        "group",
                        "unresolved",
                        "count",
                        "lastSeenAt",
                        "errorGroup");
    }

    @Command(description = "Shows one, with its error.")
    void get(@Parameters(paramLabel = "RUN") String id) {
        milvaion().printer().one(server().get("failed-occurrences/" + id).json());
    }

    @Command(description = "Marks one as dealt with.")
    void resolve(
            @Parameters(paramLabel = "RUN") String id,
            @Option(names = "--note", paramLabel = "TEXT", description = "What was done.")
                    String note) {
        var body = Body.object();
        if (note != null) {
            body.put("note", note);
        }
        var request = new Request("POST", "failed-occurrences/" + id + "/resolve");
        milvaion().printer().one(server().send(request.with(Body.json(body))).json());
    }

    private Milvaion milvaion() {
        return Milvaion.of(spec);
    }

    private Server server() {
        return milvaion().server();
    }
}
