package io.milvaion.scheduler.declare.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * Jobs of Quartz with their triggers, as rows. Each trigger becomes a job of ours, and so does a
 * job without one.
 */
record QuartzStore(List<StoredRow> jobs, List<StoredRow> triggers) {

    List<SourceEntry> entries(SourceInput input) {
        var names = new SourceNames();
        var entries = new ArrayList<SourceEntry>();
        for (var job : jobs) {
            var key = QuartzKey.of(job, "job");
            var own =
                    triggers.stream()
                            .filter(trigger -> QuartzKey.of(trigger, "job").equals(key))
                            .toList();
            if (own.isEmpty()) {
                var entry = new SourceJob(job.place(), names.next(key.toString()));
                describe(entry, job);
                entries.add(entry.unscheduled().entry());
            }
            for (var trigger : own) {
                var name =
                        own.size() == 1 ? "" + key : key + " " + QuartzKey.of(trigger, "trigger");
                var entry = new SourceJob(trigger.place(), names.next(name));
                describe(entry, job);
                new QuartzTrigger(entry, trigger, input).put();
                entries.add(entry.entry());
            }
        }
        return entries;
    }

    private static void describe(SourceJob entry, StoredRow job) {
        var type = job.text("job_class_name");
        entry.jobType(type.substring(type.lastIndexOf('.') + 1)).data("class", type);
        if (job.has("description")) {
            entry.set("description", job.text("description"));
        }
        var data = StoredData.read(job.get("job_data"));
        data.lostIn(entry, "job_data");
        entry.data("data", data.json());
        if (!job.has("is_nonconcurrent")) {
            entry.info(
                    "@DisallowConcurrentExecution",
                    "Whether the class has it is not in this: runs may overlap.");
        }
        entry.set("concurrentExecutionPolicy", job.flag("is_nonconcurrent") ? "queue" : "parallel");
        entry.set("maxRetries", 0);
        entry.set("onWorkerLost", job.flag("requests_recovery") ? "retry" : "unknown");
        if (job.flag("is_update_data")) {
            entry.lost(
                    "@PersistJobDataAfterExecution", "Data that a run has changed is not stored.");
        }
    }
}
