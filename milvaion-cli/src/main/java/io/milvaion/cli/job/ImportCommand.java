package io.milvaion.cli.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import io.milvaion.cli.output.Printable;
import java.io.PrintWriter;
import java.util.stream.StreamSupport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over jobs of another scheduler. */
@Command(
        name = "import",
        description =
                "Takes over jobs of another scheduler, all or none: a crontab, CronJobs, Quartz,"
                        + " Spring, systemd, db-scheduler, JobRunr, XXL-JOB or Hangfire.")
public final class ImportCommand implements Runnable {

    @Spec CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    Origin origin;

    /** Where they are. */
    static final class Origin {
        @Parameters(paramLabel = "FILE|-", description = "What is read.")
        String file;

        @Option(
                names = "--jdbc",
                paramLabel = "URL",
                description =
                        "Read the tables of quartz, dbScheduler or jobRunr in this PostgreSQL;"
                                + " user and password from PGUSER and PGPASSWORD.")
        String jdbc;
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "As the server lists them; by the name of the file if absent.")
    String format;

    @Option(names = "--dry-run", description = "Show what would become of them, change nothing.")
    boolean dryRun;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Of the machine that they come from; UTC if absent.")
    String timeZone;

    @Option(names = "--prefix", description = "Of the names of all jobs.")
    String prefix;

    @Option(names = "--job-type", description = "For all jobs.")
    String jobType;

    @Option(names = "--worker-group", description = "For all jobs.")
    String workerGroup;

    @Option(names = "--tag", description = "For all jobs.")
    String tag;

    @Option(names = "--label", paramLabel = "LABEL=VALUE", description = "For all jobs.")
    String label;

    @Option(names = "--update", description = "Change jobs that are there by these names.")
    boolean update;

    @Option(names = "--skip-wrong", description = "Leave out what cannot be taken over.")
    boolean skipWrong;

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        var terminal = milvaion.terminal();
        var source =
                origin.file == null
                        ? Foreign.tables(spec, format, origin.jdbc, terminal)
                        : Foreign.file(spec, format, origin.file, terminal);
        var path =
                new Query("imports")
                        .with("format", source.format())
                        .with("dryRun", dryRun ? true : null)
                        .with("timeZone", timeZone)
                        .with("prefix", prefix)
                        .with("jobType", jobType)
                        .with("workerGroup", workerGroup)
                        .with("tag", tag)
                        .with("label", label)
                        .with("existing", update ? "update" : null)
                        .with("skipWrong", skipWrong ? true : null);
        var body = new Body("application/octet-stream", source.text());
        var answer = milvaion.server().send(new Request("POST", path.toString()).with(body)).json();
        var entries = StreamSupport.stream(answer.path("entries").spliterator(), false);
        milvaion.printer()
                .list(
                        entries.map(ImportCommand::row),
                        "place",
                        "name",
                        "action",
                        "next",
                        "differs");
        answer.path("entries").forEach(entry -> remark(entry, terminal.err()));
        terminal.err().println((dryRun ? "Would be: " : "Done: ") + answer.path("summary"));
    }

    /** With the next run, which a table has room for. */
    private static JsonNode row(JsonNode entry) {
        return ((ObjectNode) entry).put("next", entry.path("ours").path(0).asText());
    }

    /** What is lost or different; what is only good to know is in the whole answer. */
    private static void remark(JsonNode entry, PrintWriter err) {
        var begin = entry.path("place").asText() + ": ";
        entry.path("errors").forEach(error -> say(err, begin + error.asText()));
        for (var note : entry.path("notes")) {
            var weight = note.path("weight").asText();
            if (!weight.equals("info")) {
                say(
                        err,
                        begin
                                + weight
                                + ": "
                                + note.path("what").asText()
                                + ". "
                                + note.path("why").asText());
            }
        }
        var difference = entry.path("firstDifference");
        if (difference.isObject()) {
            say(
                    err,
                    begin
                            + "runs differ, there at "
                            + difference.path("theirs").asText()
                            + ", here at "
                            + difference.path("ours").asText());
        }
    }

    private static void say(PrintWriter err, String line) {
        err.println(Printable.of(line));
    }
}
