package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.CalendarSteps;
import io.milvaion.scheduler.declare.rule.EverySoOften;
import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Every so many days, weeks or months: {@code CAL_INT}. */
record QuartzCalendarInterval(SourceJob job, StoredRow row, SourceInput input) {

    private static final int MOST = 10_000;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    void put(Instant start) {
        var unit = row.text("str_prop_1").toUpperCase(Locale.ROOT);
        long every = row.number("int_prop_1");
        var zone = SourceCron.zone(job, row.text("str_prop_2"), input);
        job.set("timeZone", zone.name()).set("misfirePolicy", misfire());
        if (every < 1 || every > MOST) {
            job.refuse("It runs every " + every + " of its units: that is not understood.");
            return;
        }
        switch (unit) {
            case "SECOND", "MINUTE", "HOUR" ->
                    real(Duration.of(every, ChronoUnit.valueOf(unit + "S")), start);
            case "DAY", "WEEK" -> days((int) every * (unit.equals("WEEK") ? 7 : 1), start, zone);
            case "MONTH", "YEAR" -> months((int) every, unit, start, zone);
            default -> job.refuse("Its unit " + unit + " is not known.");
        }
    }

    private String misfire() {
        long said = row.number("misfire_instr");
        return said < 0 ? "all" : said == 2 ? "skip" : "once";
    }

    private void real(Duration interval, Instant start) {
        job.set("every", interval.toString()).set("startsAt", start.toString());
        job.runsBy(() -> new EverySoOften(start, interval));
    }

    private void days(int days, Instant start, PlanZone zone) {
        boolean local = row.flag("bool_prop_1");
        job.set("every", "P" + days + "D").set("everyClock", local ? "local" : "real");
        job.set("startsAt", start.toString());
        if (local) {
            job.runsBy(() -> new CalendarSteps(start, days, ChronoUnit.DAYS, zone));
        } else {
            job.runsBy(() -> new EverySoOften(start, Duration.ofDays(days)));
            job.info(
                    "preserveHourOfDayAcrossDaylightSavings",
                    "Without it days are those of the server's own clock, taken as 24 hours.");
        }
    }

    private void months(int every, String unit, Instant start, PlanZone zone) {
        var local = LocalDateTime.ofInstant(start, zone.rules().getOffset(start));
        job.set(
                "rrule",
                "DTSTART;TZID=%s:%s\nRRULE:FREQ=%sLY;INTERVAL=%d"
                        .formatted(zone.name(), LOCAL.format(local), unit, every));
        job.runsBy(() -> new CalendarSteps(start, every, ChronoUnit.valueOf(unit + "S"), zone));
        if (local.getDayOfMonth() > 28) {
            job.changed(
                    "day " + local.getDayOfMonth(),
                    "After a month without it Quartz stays at that month's last day for good; here"
                            + " such months are left out.");
        }
    }
}
