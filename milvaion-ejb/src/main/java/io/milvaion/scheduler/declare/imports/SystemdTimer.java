package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.EverySoOften;
import io.milvaion.scheduler.declare.rule.SystemdCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A timer unit. Each of its calendar lines and intervals becomes a job.
 *
 * @param values of each name, as often as it was written
 */
record SystemdTimer(String place, String name, Map<String, List<String>> values) {

    private static final List<String> FROM_A_START =
            List.of("OnBootSec", "OnStartupSec", "OnActiveSec");

    List<SourceEntry> entries(SourceNames names, SourceInput input) {
        var entries = new ArrayList<SourceEntry>();
        for (var line : values.getOrDefault("OnCalendar", List.of())) {
            entries.add(entry(names, job -> calendar(job, line, input)));
        }
        for (var length : values.getOrDefault("OnUnitActiveSec", List.of())) {
            entries.add(entry(names, job -> every(job, length, input)));
        }
        for (var length : values.getOrDefault("OnUnitInactiveSec", List.of())) {
            entries.add(entry(names, job -> pause(job, length)));
        }
        if (entries.isEmpty()) {
            entries.add(
                    entry(
                            names,
                            job ->
                                    job.refuse(
                                            "It runs only once after a start of the machine or of"
                                                    + " itself: a cluster has no such instant.")));
        }
        return entries;
    }

    private SourceEntry entry(SourceNames names, Consumer<SourceJob> schedule) {
        var job = new SourceJob(place, names.next(name));
        schedule.accept(job);
        var unit = last("Unit", name + ".service");
        job.jobType("systemd-unit").data("unit", unit);
        job.set("concurrentExecutionPolicy", "skip").set("maxRetries", 0);
        boolean persistent = List.of("true", "yes", "1", "on").contains(last("Persistent", "no"));
        job.set("misfirePolicy", persistent ? "once" : "skip");
        spread(job);
        for (var start : FROM_A_START) {
            if (values.containsKey(start)) {
                job.lost(start, "There is no start of a machine to count from.");
            }
        }
        if (values.containsKey("WakeSystem")) {
            job.lost("WakeSystem", "No machine is woken.");
        }
        return job.entry();
    }

    private String last(String key, String otherwise) {
        var written = values.getOrDefault(key, List.of());
        return written.isEmpty() ? otherwise : written.get(written.size() - 1);
    }

    private static void calendar(SourceJob job, String line, SourceInput input) {
        try {
            var calendar = SystemdCalendar.read(line, input.zone());
            boolean named = !calendar.expression().equals(line.strip());
            var zone = named ? calendar.zone() : SourceCron.zone(job, null, input);
            SourceCron.put(job, calendar.expression(), "systemd", zone, calendar::rule);
        } catch (IllegalArgumentException e) {
            job.refuse("OnCalendar cannot be read: " + e.getMessage() + ".");
        }
    }

    private static void every(SourceJob job, String written, SourceInput input) {
        var interval = SystemdSpan.read(written);
        if (interval.isEmpty()) {
            job.refuse("OnUnitActiveSec " + written + " is no length of time.");
            return;
        }
        job.set("every", interval.get().toString()).set("startsAt", input.now().toString());
        job.runsBy(() -> new EverySoOften(input.now(), interval.get()));
        job.changed(
                "OnUnitActiveSec",
                "It counts from the start of the run before; here from the import.");
    }

    private static void pause(SourceJob job, String written) {
        SystemdSpan.read(written)
                .map(Duration::toString)
                .ifPresentOrElse(
                        length -> job.set("delay", length),
                        () ->
                                job.refuse(
                                        "OnUnitInactiveSec " + written + " is no length of time."));
    }

    private void spread(SourceJob job) {
        SystemdSpan.read(last("RandomizedDelaySec", "0"))
                .ifPresent(
                        most -> {
                            boolean fixed = last("FixedRandomDelay", "no").matches("true|yes|1|on");
                            int seconds = (int) Math.min(most.toSeconds(), Integer.MAX_VALUE);
                            job.set(fixed ? "spreadSeconds" : "jitterSeconds", seconds);
                            job.changed(
                                    "RandomizedDelaySec",
                                    "The offset is a hash of the job, not of the machine.");
                        });
        if (values.containsKey("AccuracySec")) {
            job.info("AccuracySec", "Runs come when they are due; nothing waits for others.");
        }
    }
}
