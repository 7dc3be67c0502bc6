package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.Bounded;
import io.milvaion.scheduler.declare.rule.CronStyle;
import io.milvaion.scheduler.declare.rule.EverySoOften;
import io.milvaion.scheduler.declare.rule.OneInstant;
import java.time.Duration;
import java.time.Instant;

/** A trigger of Quartz, put into an entry. */
record QuartzTrigger(SourceJob job, StoredRow row, SourceInput input) {

    private static final String PAUSED = "PAUSED";
    private static final long LATEST = Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

    void put() {
        if (!isUsable("start_time") || !isUsable("end_time")) {
            job.refuse("It starts or ends in no year from 1970 to 9999.");
            return;
        }
        switch (row.text("trigger_type")) {
            case "CRON" -> cron();
            case "SIMPLE" -> simple();
            case "CAL_INT" -> new QuartzCalendarInterval(job, row, input).put(start());
            case "DAILY_I" -> new QuartzDailyInterval(job, row, input).put();
            default ->
                    job.refuse(
                            "Its kind "
                                    + row.text("trigger_type")
                                    + " is a class of its own, stored as an object.");
        }
        if (end() != null) {
            job.set("endsAt", end().toString());
            bound(null);
        }
        policies();
    }

    private void cron() {
        var zone = SourceCron.zone(job, row.text("time_zone_id"), input);
        SourceCron.put(job, row.text("cron_expression"), CronStyle.QUARTZ, zone);
        job.set("misfirePolicy", misfire(1));
        if (start().isAfter(input.now())) {
            job.set("startsAt", start().toString());
            bound(null);
        }
    }

    private void simple() {
        var interval = Duration.ofMillis(row.number("repeat_interval"));
        long repeats = row.number("repeat_count");
        if (repeats == 0) {
            job.set("executeAt", start().toString()).runsBy(() -> new OneInstant(start()));
            job.set("misfirePolicy", "once");
            return;
        }
        if (interval.isZero() || interval.isNegative()) {
            job.refuse("Its repeat interval is 0.");
            return;
        }
        job.set("every", interval.toString()).set("startsAt", start().toString());
        job.set("misfirePolicy", row.number("misfire_instr") == 1 ? "once" : "skip");
        job.runsBy(() -> new EverySoOften(start(), interval));
        if (repeats > 0) {
            int runs = (int) Math.min(repeats + 1, Integer.MAX_VALUE);
            job.set("maxRuns", runs);
            bound(runs);
        }
    }

    private void bound(Integer most) {
        if (job.rule() != null) {
            var rule = job.rule();
            job.runsBy(() -> new Bounded(rule, start(), end(), most));
        }
    }

    /** What is missed runs once unless it says otherwise; 2 = not at all, -1 = all of it. */
    private String misfire(int once) {
        long said = row.number("misfire_instr");
        if (said < 0) {
            return "all";
        }
        return said == 0 || said == once ? "once" : "skip";
    }

    private void policies() {
        if (row.text("trigger_state").startsWith(PAUSED)) {
            job.inactive();
        }
        if (row.has("calendar_name")) {
            job.lost(
                    "calendar " + row.text("calendar_name"),
                    "It is stored as an object. Make a calendar of this name, and name it in the"
                            + " job's calendars.");
        }
        var data = StoredData.read(row.get("job_data"));
        data.lostIn(job, "trigger data");
        job.data("triggerData", data.json());
        if (row.has("priority") && row.number("priority") != 5) {
            job.lost("priority", "Runs come in the order of their instants.");
        }
    }

    private boolean isUsable(String time) {
        return row.number(time) >= 0 && row.number(time) <= LATEST;
    }

    private Instant start() {
        return Instant.ofEpochMilli(row.number("start_time"));
    }

    private Instant end() {
        long millis = row.number("end_time");
        return millis > 0 ? Instant.ofEpochMilli(millis) : null;
    }
}
