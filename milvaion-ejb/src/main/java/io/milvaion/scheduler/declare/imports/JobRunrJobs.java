package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.declare.rule.EverySoOften;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** Rows of {@code jobrunr_recurring_jobs}, or what is in {@code jobAsJson} of each. */
final class JobRunrJobs implements SourceReader {

    private static final Pattern MARGIN = Pattern.compile("(.*?)\\s*(\\[.*])");
    private static final int RETRIES = 10; // if none are given

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var names = new SourceNames();
        return StoredRow.all(input.documents().get()).stream()
                .map(row -> entry(row, names, input))
                .toList();
    }

    private static SourceEntry entry(StoredRow row, SourceNames names, SourceInput input) {
        var stored = row.has("jobAsJson") || row.get("jobAsJson").isObject();
        var is = stored ? StoredData.read(row.get("jobAsJson")).json() : row.members();
        var recurring = is.isObject() ? StoredRow.of(row.place(), is) : row;
        var job = new SourceJob(row.place(), names.next(recurring.text("id")));
        if (recurring.has("jobName")) {
            job.set("displayName", recurring.text("jobName"));
        }
        recurring.get("labels").forEach(tag -> job.tag(tag.asText()));
        details(job, recurring.get("jobDetails"));
        job.set("concurrentExecutionPolicy", "skip").set("misfirePolicy", "skip");
        int retries =
                recurring.has("amountOfRetries")
                        ? (int) recurring.number("amountOfRetries")
                        : RETRIES;
        job.set("maxRetries", retries);
        schedule(job, recurring, input);
        return job.entry();
    }

    private static void details(SourceJob job, JsonNode details) {
        var type = details.path("className").asText("");
        var method = details.path("methodName").asText("");
        job.jobType(type.substring(type.lastIndexOf('.') + 1) + "-" + method);
        job.data("class", type).data("method", method);
        job.data("static", details.path("staticFieldName"));
        for (var parameter : details.path("jobParameters")) {
            job.data().withArray("parameters").add(parameter.path("object"));
        }
    }

    private static void schedule(SourceJob job, StoredRow recurring, SourceInput input) {
        var expression = recurring.text("scheduleExpression");
        var margin = MARGIN.matcher(expression);
        if (margin.matches()) {
            job.lost(margin.group(2), "Runs are not moved to hours of less carbon.");
            expression = margin.group(1);
        }
        if (expression.startsWith("P")) {
            every(job, expression, recurring.text("createdAt"), input);
            return;
        }
        var zone = SourceCron.zone(job, recurring.text("zoneId"), input);
        JobRunrCron.put(job, expression, zone);
    }

    private static void every(SourceJob job, String length, String createdAt, SourceInput input) {
        try {
            var interval = Duration.parse(length);
            var start =
                    createdAt.isEmpty()
                            ? input.now()
                            : Instant.parse(createdAt).truncatedTo(ChronoUnit.MILLIS);
            job.set("every", interval.toString()).set("startsAt", start.toString());
            job.runsBy(() -> new EverySoOften(start, interval));
        } catch (DateTimeException e) {
            job.refuse(length + " is no interval.");
        }
    }
}
