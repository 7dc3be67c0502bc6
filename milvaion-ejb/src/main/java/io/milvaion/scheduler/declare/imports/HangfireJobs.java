package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.declare.rule.CronStyle;
import java.util.List;

/**
 * Recurring jobs of Hangfire: the hashes {@code recurring-job:…} of its storage, or what its API
 * gives of them.
 */
final class HangfireJobs implements SourceReader {

    private static final int RETRIES = 10; // of its filter that is always there

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var names = new SourceNames();
        return StoredRow.all(input.documents().get()).stream()
                .map(row -> entry(row, names, input))
                .toList();
    }

    private static SourceEntry entry(StoredRow row, SourceNames names, SourceInput input) {
        var id = row.text("id").replaceFirst("^recurring-job:", "");
        var job = new SourceJob(row.place(), names.next(id));
        details(job, row.get("job"));
        job.set("concurrentExecutionPolicy", "parallel").set("maxRetries", RETRIES);
        job.info("filters", "Attributes such as AutomaticRetry are in the code, not in the store.");
        job.set(
                "misfirePolicy",
                switch (row.text("misfire")) {
                    case "1" -> "all";
                    case "2" -> "skip";
                    default -> "once";
                });
        if (row.has("queue") && !row.text("queue").equals("default")) {
            job.set("workerGroup", SourceNames.jobType(row.text("queue")));
            job.changed("queue", "It becomes the worker group.");
        }
        var zone = SourceCron.zone(job, WindowsZones.iana(row.text("timeZoneId")), input);
        SourceCron.put(job, row.text("cron"), CronStyle.CRONOS, zone);
        return job.entry();
    }

    /** The call: an object, or its text. */
    private static void details(SourceJob job, JsonNode written) {
        var call = written.isTextual() ? StoredData.read(written).json() : written;
        var is = call.isObject() ? StoredRow.of("job", call) : null;
        if (is == null) {
            job.jobType("hangfire").lost("job", "Which method it calls cannot be read.");
            return;
        }
        var type = is.has("type") ? is.text("type") : is.text("t");
        var method = is.has("method") ? is.text("method") : is.text("m");
        var simple = type.replaceFirst("[,`\\[].*", "");
        job.jobType(simple.substring(simple.lastIndexOf('.') + 1) + "-" + method);
        job.data("class", type).data("method", method);
        var arguments = is.has("arguments") ? is.get("arguments") : is.get("a");
        job.data("arguments", is.has("args") ? is.get("args") : arguments);
    }
}
