package io.milvaion.cli.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.ExitCode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.Paging;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import io.milvaion.cli.http.Server;
import io.milvaion.cli.run.Follow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done to jobs. A job is named by its id, or by a name that only one has. */
@Command(name = "jobs", description = "Reads, changes and triggers jobs.")
public final class JobsCommand {

    @Spec CommandSpec spec;

    @Command(description = "Lists jobs.")
    void list(
            @Option(
                            names = "--search",
                            paramLabel = "TEXT",
                            description = "Part of name, description or type.")
                    String search,
            @Option(names = "--tag", paramLabel = "TAG") String tag,
            @Option(
                            names = "--active",
                            negatable = true,
                            description = "Only those that are, or are not.")
                    Boolean active,
            @Option(
                            names = "--sort",
                            paramLabel = "MEMBER",
                            description =
                                    "displayName, createdAt, updatedAt or nextRunAt; from the end with -.")
                    String sort,
            @Mixin Paging paging) {
        var list =
                new Query("jobs")
                        .with("q", search)
                        .with("tag", tag)
                        .with("active", active)
                        .with("sort", sort);
        milvaion()
                .printer()
                .list(
                        paging.of(server(), list),
                        "id",
                        "displayName",
                        "jobType",
                        "cronExpression",
                        "active",
                        "nextRunAt");
    }

    @Command(description = "Shows a job.")
    void get(@Parameters(paramLabel = "JOB") JobName job) {
        milvaion().printer().one(job.read(server()));
    }

    @Command(description = "Tells why a job is not running.")
    void why(@Parameters(paramLabel = "JOB") JobName job) {
        var server = server();
        var why = server.get("jobs/" + job.id(server) + "/why").json();
        Causes.print(milvaion().printer(), why);
    }

    @Command(description = "Runs a job now.")
    int trigger(
            @Parameters(paramLabel = "JOB") JobName job,
            @Option(
                            names = {"-d", "--data"},
                            paramLabel = "JSON|@FILE|-",
                            description = "Data of this run, in place of the job's.")
                    String data,
            @Option(
                            names = "--wait",
                            description = "Show its log until it ends; 1 unless it completes.")
                    boolean wait) {
        var server = server();
        var body = Body.object();
        if (data != null) {
            body.set("data", Body.given(data, milvaion().terminal()));
        }
        var request =
                new Request("POST", "jobs/" + job.id(server) + "/trigger").with(Body.json(body));
        var triggered = server.send(request).json();
        if (wait) {
            return new Follow(server, milvaion().terminal().out())
                    .untilItEnds(triggered.path("occurrenceId").asText());
        }
        milvaion().printer().one(triggered);
        return ExitCode.DONE;
    }

    @Command(description = "Lets a job rest; what runs goes on.")
    void pause(@Parameters(paramLabel = "JOB") JobName job) {
        change(job, Body.object().put("active", false));
    }

    @Command(description = "Plans a job again.")
    void resume(@Parameters(paramLabel = "JOB") JobName job) {
        change(job, Body.object().put("active", true));
    }

    @Command(
            description =
                    "Creates a job, or changes it by a JSON merge patch where --patch names it.")
    void save(
            @Parameters(paramLabel = "JSON|@FILE|-", description = "The job, or what changes.")
                    String written,
            @Option(names = "--patch", paramLabel = "JOB", description = "The job that is changed.")
                    JobName job) {
        var json = Body.given(written, milvaion().terminal());
        if (job != null) {
            change(job, json);
        } else {
            var request = new Request("POST", "jobs").with(Body.json(json));
            milvaion().printer().one(server().send(request).json());
        }
    }

    @Command(description = "Deletes a job; its runs stay.")
    void delete(
            @Parameters(paramLabel = "JOB") JobName job,
            @Option(names = "--yes", required = true, description = "It can't be undone.")
                    boolean yes) {
        var server = server();
        server.send(new Request("DELETE", "jobs/" + job.id(server)));
    }

    private void change(JobName job, JsonNode patch) {
        var server = server();
        var request = new Request("PATCH", "jobs/" + job.id(server)).with(Body.mergePatch(patch));
        milvaion().printer().one(server.send(request).json());
    }

    private Milvaion milvaion() {
        return Milvaion.of(spec);
    }

    private Server server() {
        return milvaion().server();
    }
}
