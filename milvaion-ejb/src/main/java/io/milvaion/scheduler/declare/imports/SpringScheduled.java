package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.CronStyle;
import io.milvaion.scheduler.declare.rule.EverySoOften;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Attributes of {@code @Scheduled}, as a list of objects with the bean and the method. */
final class SpringScheduled implements SourceReader {

    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final String FROM_NOW =
            "It counts from the start of the application; here from the import.";

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var names = new SourceNames();
        return StoredRow.all(input.documents().get()).stream()
                .map(row -> entry(row, names, input))
                .toList();
    }

    private static SourceEntry entry(StoredRow row, SourceNames names, SourceInput input) {
        var name = row.text("bean") + (row.has("method") ? "." + row.text("method") : "");
        var job = new SourceJob(row.place(), names.next(name));
        job.set("jobType", SourceNames.jobType(name.replace('.', '-')));
        job.data("bean", row.text("bean")).data("method", row.text("method"));
        job.set("concurrentExecutionPolicy", "skip").set("misfirePolicy", "skip");
        job.set("maxRetries", 0);
        if (row.members().properties().stream()
                .anyMatch(m -> m.getValue().asText().contains("${"))) {
            return job.refuse("A placeholder ${…} has no value here: write what it stands for.")
                    .entry();
        }
        schedule(job, row, input);
        if (row.has("scheduler")) {
            job.lost("scheduler", "Runs are spread over workers, not over pools of threads.");
        }
        return job.entry();
    }

    private static void schedule(SourceJob job, StoredRow row, SourceInput input) {
        var start = input.now().plus(length(job, row, "initialDelay", Duration.ZERO));
        if (row.text("cron").equals("-")) {
            job.inactive().unscheduled().info("cron", "The expression - means never.");
        } else if (row.has("cron")) {
            var zone = SourceCron.zone(job, row.text("zone"), input);
            SourceCron.put(job, row.text("cron"), CronStyle.SPRING, zone);
        } else if (row.has("fixedRate") || row.has("fixedRateString")) {
            every(job, length(job, row, "fixedRate", null), start);
        } else if (row.has("fixedDelay") || row.has("fixedDelayString")) {
            delay(job, length(job, row, "fixedDelay", null));
        } else if (row.has("initialDelay") || row.has("initialDelayString")) {
            job.set("executeAt", start.toString()).changed("initialDelay", FROM_NOW);
        } else {
            job.refuse("It has none of cron, fixedRate, fixedDelay and initialDelay.");
        }
    }

    private static void every(SourceJob job, Duration interval, Instant start) {
        if (interval != null) {
            job.set("every", interval.toString()).set("startsAt", start.toString());
            job.runsBy(() -> new EverySoOften(start, interval));
            job.changed("fixedRate", FROM_NOW);
        }
    }

    private static void delay(SourceJob job, Duration pause) {
        if (pause != null) {
            job.set("delay", pause.toString());
            job.info("fixedDelay", "When it runs depends on how long each run takes.");
        }
    }

    /** The value of an attribute or of its twin of text. */
    private static Duration length(SourceJob job, StoredRow row, String name, Duration otherwise) {
        var text = row.has(name) ? row.text(name) : row.text(name + "String");
        if (text.isEmpty()) {
            return otherwise;
        }
        var unit = row.has("timeUnit") ? row.text("timeUnit") : "MILLISECONDS";
        try {
            var simple = unit.substring(unit.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            var length =
                    text.startsWith("P")
                            ? Duration.parse(text)
                            : Duration.of(
                                    Long.parseLong(text), TimeUnit.valueOf(simple).toChronoUnit());
            if (length.compareTo(LONGEST) <= 0
                    && !length.isNegative()
                    && (otherwise != null || !length.isZero())) {
                return length;
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // said below
        }
        job.refuse(name + " " + text + " is no length of time.");
        return otherwise;
    }
}
