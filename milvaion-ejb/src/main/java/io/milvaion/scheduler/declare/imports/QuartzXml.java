package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** {@code jobs.xml} of Quartz, as rows of its tables. */
final class QuartzXml implements SourceReader {

    private static final Map<String, Integer> MISFIRES =
            Map.of(
                    "MISFIRE_INSTRUCTION_IGNORE_MISFIRE_POLICY", -1,
                    "MISFIRE_INSTRUCTION_FIRE_NOW", 1,
                    "MISFIRE_INSTRUCTION_FIRE_ONCE_NOW", 1,
                    "MISFIRE_INSTRUCTION_DO_NOTHING", 2);

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var root = SafeXml.read(input.text());
        var jobs = new ArrayList<StoredRow>();
        var triggers = new ArrayList<StoredRow>();
        for (var schedule : SafeXml.children(root, "schedule")) {
            SafeXml.children(schedule, "job").forEach(job -> jobs.add(job(job)));
            for (var trigger : SafeXml.children(schedule, "trigger")) {
                SafeXml.children(trigger).forEach(kind -> triggers.add(trigger(kind, input)));
            }
        }
        if (jobs.isEmpty()) {
            throw new InvalidInput("", "There is no job of Quartz in this.");
        }
        return new QuartzStore(jobs, triggers).entries(input);
    }

    private static StoredRow job(Element job) {
        var row = row();
        row.put("jobname", SafeXml.text(job, "name")).put("jobgroup", group(job, "group"));
        row.put("description", SafeXml.text(job, "description"));
        row.put("jobclassname", SafeXml.text(job, "job-class"));
        row.put("requestsrecovery", SafeXml.text(job, "recover"));
        data(job, row);
        return new StoredRow("job " + SafeXml.text(job, "name"), row);
    }

    private static StoredRow trigger(Element trigger, SourceInput input) {
        var row = row();
        row.put("triggername", SafeXml.text(trigger, "name"));
        row.put("triggergroup", group(trigger, "group"));
        row.put("jobname", SafeXml.text(trigger, "job-name"));
        row.put("jobgroup", group(trigger, "job-group"));
        row.put("calendarname", SafeXml.text(trigger, "calendar-name"));
        row.put(
                "misfireinstr",
                MISFIRES.getOrDefault(SafeXml.text(trigger, "misfire-instruction"), 0));
        long soon =
                input.now().toEpochMilli()
                        + 1000 * seconds(trigger, "start-time-seconds-in-future");
        row.put("starttime", millis(trigger, "start-time", soon));
        row.put("endtime", millis(trigger, "end-time", 0));
        data(trigger, row);
        kind(trigger, row);
        return new StoredRow("trigger " + SafeXml.text(trigger, "name"), row);
    }

    private static void kind(Element trigger, ObjectNode row) {
        switch (SafeXml.name(trigger)) {
            case "cron" -> {
                row.put("triggertype", "CRON");
                row.put("cronexpression", SafeXml.text(trigger, "cron-expression"));
                row.put("timezoneid", SafeXml.text(trigger, "time-zone"));
            }
            case "simple" -> {
                row.put("triggertype", "SIMPLE");
                row.put("repeatcount", SafeXml.text(trigger, "repeat-count"));
                row.put("repeatinterval", SafeXml.text(trigger, "repeat-interval"));
            }
            case "calendar-interval" -> {
                row.put("triggertype", "CAL_INT");
                row.put("strprop1", SafeXml.text(trigger, "repeat-interval-unit"));
                row.put("intprop1", SafeXml.text(trigger, "repeat-interval"));
            }
            default -> row.put("triggertype", SafeXml.name(trigger));
        }
    }

    private static String group(Element of, String name) {
        var group = SafeXml.text(of, name);
        return group.isEmpty() ? "DEFAULT" : group;
    }

    private static long millis(Element of, String name, long otherwise) {
        var text = SafeXml.text(of, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return StoredData.instant(text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? text : text + "Z")
                    .toEpochMilli();
        } catch (DateTimeException e) {
            throw new InvalidInput("", name + " " + text + " is no instant.");
        }
    }

    private static long seconds(Element of, String name) {
        var text = SafeXml.text(of, name);
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    private static void data(Element of, ObjectNode row) {
        for (var map : SafeXml.children(of, "job-data-map")) {
            var data = row.putObject("jobdata");
            SafeXml.children(map, "entry")
                    .forEach(
                            entry ->
                                    data.put(
                                            SafeXml.text(entry, "key"),
                                            SafeXml.text(entry, "value")));
        }
    }

    private static ObjectNode row() {
        return JsonNodeFactory.instance.objectNode();
    }
}
