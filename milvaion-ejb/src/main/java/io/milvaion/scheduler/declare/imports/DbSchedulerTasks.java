package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.declare.rule.CronRule;
import io.milvaion.scheduler.declare.rule.CronStyle;
import io.milvaion.scheduler.declare.rule.CronUtilsRule;
import io.milvaion.scheduler.declare.rule.OneInstant;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code scheduled_tasks}: what of them tells a schedule. */
final class DbSchedulerTasks implements SourceReader {

    /** The instance of tasks whose schedule is in the code. */
    private static final String RECURRING = "recurring";

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var names = new SourceNames();
        return StoredRow.all(input.documents().get()).stream()
                .map(row -> entry(row, names, input))
                .toList();
    }

    private static SourceEntry entry(StoredRow row, SourceNames names, SourceInput input) {
        var instance = row.text("task_instance");
        var task = row.text("task_name");
        var name = instance.equals(RECURRING) ? task : task + " " + instance;
        var job = new SourceJob(row.place(), names.next(name));
        job.jobType(task).data("instance", instance);
        job.set("concurrentExecutionPolicy", "skip").set("misfirePolicy", "once");
        job.set("maxRetries", 0);
        job.changed("failures", "What its failure handler does is in the code: no retries here.");
        var data = StoredData.read(row.get("task_data"));
        if (data.json().has("schedule") || data.json().has("cronPattern")) {
            job.data("data", data.json().path("data"));
            schedule(job, data.json(), input);
        } else if (instance.equals(RECURRING)) {
            job.refuse(
                    "Its schedule is in the code of the application; the table has only its next"
                            + " run, "
                            + row.text("execution_time")
                            + ".");
        } else {
            once(job, row, data);
        }
        return job.entry();
    }

    private static void once(SourceJob job, StoredRow row, StoredData data) {
        data.lostIn(job, "task_data");
        job.data("data", data.json());
        try {
            var at = StoredData.instant(row.text("execution_time"));
            job.set("executeAt", at.toString()).runsBy(() -> new OneInstant(at));
        } catch (DateTimeException e) {
            job.refuse("execution_time is no instant.");
        }
    }

    private static void schedule(SourceJob job, JsonNode stored, SourceInput input) {
        var schedule = stored.path("schedule");
        switch (schedule.path("type").asText(stored.has("cronPattern") ? "cron" : "")) {
            case "cron" -> cron(job, stored.has("cronPattern") ? stored : schedule, input);
            case "fixedDelay" -> delay(job, schedule.path("duration"));
            case "daily" -> daily(job, schedule, input);
            default -> job.refuse("A schedule of its kind is not known: " + schedule + ".");
        }
    }

    private static void cron(SourceJob job, JsonNode cron, SourceInput input) {
        var pattern = cron.path("pattern").asText(cron.path("cronPattern").asText());
        if (pattern.equals("-")) {
            job.inactive().unscheduled().info("pattern", "The pattern - means never.");
            return;
        }
        var style = cron.path("cronStyle").asText("SPRING53");
        var zone = SourceCron.zone(job, cron.path("zoneId").asText(""), input);
        var dialect =
                switch (style) {
                    case "QUARTZ" -> "quartz";
                    case "UNIX" -> "unix";
                    case "CRON4J" -> "milvaion";
                    default -> "spring";
                };
        SourceCron.put(job, pattern, dialect, zone, () -> CronUtilsRule.of(pattern, style, zone));
    }

    private static void delay(SourceJob job, JsonNode seconds) {
        try {
            job.set("delay", StoredData.duration(seconds).toString());
            job.info("fixedDelay", "When it runs depends on how long each run takes.");
        } catch (DateTimeException e) {
            job.refuse("Its pause " + seconds + " is no length of time.");
        }
    }

    private static void daily(SourceJob job, JsonNode daily, SourceInput input) {
        var hours = new ArrayList<String>();
        var minutes = new ArrayList<String>();
        for (var time : daily.path("times")) {
            hours.add(time.path(0).asText());
            minutes.add(time.path(1).asText("0"));
        }
        if (minutes.stream().distinct().count() != 1) {
            job.refuse("Times of a day with other minutes each are no one expression.");
            return;
        }
        var zone = SourceCron.zone(job, daily.path("zone").asText(""), input);
        var expression = "0 " + minutes.get(0) + " " + String.join(",", hours) + " * * *";
        SourceCron.put(
                job,
                expression,
                "spring",
                zone,
                () -> CronRule.of(expression, CronStyle.JOB_RUNR, zone)); // clocks as with those
    }
}
