package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.CronStyle;
import io.milvaion.scheduler.declare.rule.EverySoOften;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rows of {@code xxl_job_info}. */
final class XxlJobs implements SourceReader {

    private static final int LONGEST_INTERVAL = 365 * 24 * 3600;

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var names = new SourceNames();
        return StoredRow.all(input.documents().get()).stream()
                .map(row -> entry(row, names, input))
                .toList();
    }

    private static SourceEntry entry(StoredRow row, SourceNames names, SourceInput input) {
        var called = row.has("job_desc") ? row.text("job_desc") : row.text("executor_handler");
        var job = new SourceJob(row.place(), names.next(row.text("id") + " " + called));
        if (!called.isEmpty()) {
            job.set("displayName", called);
        }
        job.jobType(row.has("executor_handler") ? row.text("executor_handler") : "script");
        job.data("param", row.text("executor_param"));
        if (row.has("glue_type") && !row.text("glue_type").equals("BEAN")) {
            job.lost("glue_source", "Code that is stored with the job is not run here.");
        }
        policies(job, row);
        schedule(job, row, input);
        if (row.has("child_jobid")) {
            job.lost("child_jobid", "Jobs that follow are not triggered by the end of this one.");
        }
        if (row.has("alarm_email")) {
            job.lost("alarm_email", "Who is told of failures is not part of a job.");
        }
        return job.entry();
    }

    private static void policies(SourceJob job, StoredRow row) {
        var blocked = row.text("executor_block_strategy");
        job.set("concurrentExecutionPolicy", blocked.equals("SERIAL_EXECUTION") ? "queue" : "skip");
        if (blocked.equals("COVER_EARLY")) {
            job.lost(
                    "executor_block_strategy COVER_EARLY",
                    "A run does not end the one before: while that runs the new one is skipped.");
        }
        boolean once = row.text("misfire_strategy").equals("FIRE_ONCE_NOW");
        job.set("misfirePolicy", once ? "once" : "skip");
        job.set("maxRetries", (int) row.number("executor_fail_retry_count"));
        if (row.number("executor_timeout") > 0) {
            job.set("timeoutSeconds", (int) row.number("executor_timeout"));
        }
        var route = row.text("executor_route_strategy");
        if (!route.isEmpty() && !route.equals("FIRST")) {
            job.lost(
                    "executor_route_strategy " + route,
                    "Any worker of the group with room takes a run"
                            + (route.startsWith("SHARDING") ? ", one of them, not all." : "."));
        }
    }

    private static void schedule(SourceJob job, StoredRow row, SourceInput input) {
        if (row.number("trigger_status") != 1) {
            job.inactive();
        }
        var conf = row.text("schedule_conf");
        switch (row.text("schedule_type")) {
            case "CRON" ->
                    SourceCron.put(job, conf, CronStyle.QUARTZ, SourceCron.zone(job, null, input));
            case "FIX_RATE" -> every(job, row, input);
            case "FIX_DELAY" -> delay(job, row);
            case "NONE", "" -> job.unscheduled();
            default -> job.refuse("schedule_type " + row.text("schedule_type") + " is not known.");
        }
    }

    /** Seconds after the run before: its next instant is in the row. */
    private static void every(SourceJob job, StoredRow row, SourceInput input) {
        long seconds = row.number("schedule_conf");
        if (seconds < 1 || seconds > LONGEST_INTERVAL) {
            job.refuse("schedule_conf " + row.text("schedule_conf") + " is no number of seconds.");
            return;
        }
        long next = row.number("trigger_next_time");
        var start = next > 0 ? Instant.ofEpochMilli(next) : input.now();
        var interval = Duration.ofSeconds(seconds);
        job.set("every", interval.toString()).set("startsAt", start.toString());
        job.runsBy(() -> new EverySoOften(start, interval));
    }

    private static void delay(SourceJob job, StoredRow row) {
        long seconds = row.number("schedule_conf");
        if (seconds < 1 || seconds > LONGEST_INTERVAL) {
            job.refuse("schedule_conf " + row.text("schedule_conf") + " is no number of seconds.");
        } else {
            job.set("delay", Duration.ofSeconds(seconds).toString());
        }
    }
}
