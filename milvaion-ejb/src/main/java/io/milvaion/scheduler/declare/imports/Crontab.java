package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.CronStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tables of cron, as Vixie's and its successors read them.
 *
 * @param system whether a user stands before each command
 */
record Crontab(boolean system) implements SourceReader {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(['\"]?)([A-Za-z_][A-Za-z0-9_]*)\\1\\s*=\\s*(.*)");
    private static final Pattern PLANNED =
            Pattern.compile("-?(@[A-Za-z_0-9]+|\\S+\\s+\\S+\\s+\\S+\\s+\\S+\\s+\\S+)\\s+(\\S.*)");

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var entries = new ArrayList<SourceEntry>();
        var environment = new LinkedHashMap<String, String>();
        var names = new SourceNames();
        var lines = input.text().split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var assignment = ASSIGNMENT.matcher(line);
            if (assignment.matches()) {
                environment.put(assignment.group(2), unquoted(assignment.group(3)));
            } else {
                entries.add(entry("line " + (i + 1), line, environment, names, input));
            }
        }
        return entries;
    }

    private static String unquoted(String value) {
        return value.replaceFirst("^(['\"])(.*)\\1$", "$2");
    }

    private SourceEntry entry(
            String place,
            String line,
            Map<String, String> environment,
            SourceNames names,
            SourceInput input) {
        var planned = PLANNED.matcher(line);
        var rest = planned.matches() ? planned.group(2) : "";
        var words = rest.split("\\s+", 2);
        if (rest.isEmpty() || (system && words.length < 2)) {
            return new SourceJob(place, names.next(line))
                    .refuse(
                            system
                                    ? "This is no line of five fields, a user and a command."
                                    : "This is no line of five fields and a command.")
                    .entry();
        }
        var command = CrontabCommand.of(system ? words[1] : rest);
        var job = new SourceJob(place, names.next(command.name()));
        job.jobType("shell").data("command", command.line()).data("stdin", command.stdin());
        if (system) {
            job.data("user", words[0]);
            job.info("user", "A worker runs as its own user; the job type has to see to this one.");
        }
        new CrontabEnvironment(environment).put(job);
        schedule(job, planned.group(1), environment.get("CRON_TZ"), input);
        job.set("concurrentExecutionPolicy", "parallel").set("misfirePolicy", "skip");
        return job.set("maxRetries", 0).entry();
    }

    private static void schedule(
            SourceJob job, String written, String cronZone, SourceInput input) {
        if (written.equalsIgnoreCase("@reboot")) {
            job.refuse("@reboot runs when a machine starts: a cluster has no such instant.");
            return;
        }
        if (written.contains("~")) {
            job.refuse("A random value of a range (~) is not taken; use spreadSeconds.");
            return;
        }
        if (cronZone != null) {
            job.info("CRON_TZ", "Cronie obeys it; for the cron of Debian it is only environment.");
        }
        var expression = CrontabCommand.expression(written);
        SourceCron.put(job, expression, CronStyle.UNIX, SourceCron.zone(job, cronZone, input));
    }
}
