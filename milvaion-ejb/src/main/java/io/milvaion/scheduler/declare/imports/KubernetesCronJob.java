package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.declare.rule.CronStyle;
import io.milvaion.scheduler.declare.rule.EverySoOften;
import java.time.Duration;
import java.util.regex.Pattern;

/** A CronJob of Kubernetes. */
record KubernetesCronJob(String place, JsonNode document) {

    private static final Pattern ZONED = Pattern.compile("(CRON_TZ|TZ)=(\\S+)\\s+(.*)");
    private static final Pattern EVERY = Pattern.compile("@every\\s+(\\S+)");
    private static final int BACKOFF_LIMIT = 6; // if none is given

    SourceEntry entry(SourceNames names, SourceInput input) {
        var metadata = document.path("metadata");
        var namespace = metadata.path("namespace").asText("");
        var called = metadata.path("name").asText("cronjob");
        var name = namespace.isEmpty() ? called : namespace + "." + called;
        var job = new SourceJob(place, names.next(name));
        var version = document.path("apiVersion").asText();
        if (!version.equals("batch/v1")) {
            job.refuse("It is of " + version + "; only batch/v1 is read.");
        }
        var spec = document.path("spec");
        schedule(job, spec, input);
        policies(job, spec);
        var template = spec.path("jobTemplate").path("spec");
        job.set("maxRetries", template.path("backoffLimit").asInt(BACKOFF_LIMIT));
        if (template.has("activeDeadlineSeconds")) {
            job.set("timeoutSeconds", template.path("activeDeadlineSeconds").asInt());
            job.changed(
                    "activeDeadlineSeconds",
                    "It ends a Job with all its retries; here each attempt has that long.");
        }
        job.jobType("container").data("pod", template.path("template").path("spec"));
        guard(job, template.path("template").path("spec"));
        return job.entry();
    }

    private static void schedule(SourceJob job, JsonNode spec, SourceInput input) {
        var written = spec.path("schedule").asText("").strip();
        var zoneName = spec.path("timeZone").asText("");
        var zoned = ZONED.matcher(written);
        if (zoned.matches()) {
            job.info(zoned.group(1), "Kubernetes refuses a zone in new schedules; timeZone is it.");
            zoneName = zoned.group(2);
            written = zoned.group(3);
        }
        var every = EVERY.matcher(written);
        if (every.matches()) {
            every(job, every.group(1), input);
            return;
        }
        var zone = SourceCron.zone(job, zoneName, input);
        SourceCron.put(job, written, CronStyle.ROBFIG, zone);
    }

    private static void every(SourceJob job, String length, SourceInput input) {
        try {
            var interval = Duration.parse("PT" + length);
            job.set("every", interval.toString()).set("startsAt", input.now().toString());
            job.runsBy(() -> new EverySoOften(input.now(), interval));
            job.changed("@every", "It counts from the run before; here from the import.");
        } catch (java.time.DateTimeException e) {
            job.refuse("@every " + length + " is no duration like 1h30m.");
        }
    }

    private static void policies(SourceJob job, JsonNode spec) {
        var policy = spec.path("concurrencyPolicy").asText("Allow");
        job.set("concurrentExecutionPolicy", policy.equals("Allow") ? "parallel" : "skip");
        if (policy.equals("Replace")) {
            job.lost(
                    "concurrencyPolicy Replace",
                    "A run does not end the one before: while that runs the new one is skipped.");
        }
        job.set("misfirePolicy", "once");
        if (spec.has("startingDeadlineSeconds")) {
            job.lost(
                    "startingDeadlineSeconds",
                    "A late run has no deadline of its own: the latest that was missed runs.");
        }
        if (spec.path("suspend").asBoolean()) {
            job.inactive();
        }
        for (var limit : new String[] {"successfulJobsHistoryLimit", "failedJobsHistoryLimit"}) {
            if (spec.has(limit)) {
                job.lost(limit, "How long runs are kept is a setting of the server.");
            }
        }
    }

    private static void guard(SourceJob job, JsonNode pod) {
        for (var list : new String[] {"containers", "initContainers"}) {
            for (int i = 0; i < pod.path(list).size(); i++) {
                var environment = pod.path(list).path(i).path("env");
                for (int j = 0; j < environment.size(); j++) {
                    if (environment.path(j).has("value")) {
                        job.guard(
                                "/pod/" + list + "/" + i + "/env/" + j + "/value",
                                environment.path(j).path("name").asText());
                    }
                }
            }
        }
    }
}
