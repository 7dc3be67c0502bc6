package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.Map;

/** The assignments that stand before a line: each job has all of them. */
record CrontabEnvironment(Map<String, String> variables) {

    private static final int LONGEST = 64 * 1024;

    CrontabEnvironment {
        if (variables.values().stream().mapToInt(String::length).sum() > LONGEST) {
            throw new InvalidInput("", "At most " + LONGEST + " characters of environment.");
        }
    }

    void put(SourceJob job) {
        variables.forEach((name, value) -> put(job, name, value));
    }

    private static void put(SourceJob job, String name, String value) {
        switch (name) {
            case "CRON_TZ" -> {} // is the zone of the schedule
            case "MAILTO", "MAILFROM" ->
                    job.lost(name, "Output is not mailed; it is in the log of the run.");
            case "RANDOM_DELAY" -> delay(job, value);
            default -> {
                job.data().withObject("/environment").put(name, value);
                job.guard("/environment/" + name, name);
                if (name.equals("TZ")) {
                    job.info(name, "It is the zone of the command, not of the schedule.");
                }
            }
        }
    }

    private static void delay(SourceJob job, String minutes) {
        if (minutes.matches("[0-9]{1,3}")) {
            job.set("spreadSeconds", Integer.parseInt(minutes) * 60);
            job.changed(
                    "RANDOM_DELAY",
                    "Cron draws a delay when it starts; here each job has one of its own for good.");
        } else {
            job.refuse("RANDOM_DELAY is no number of minutes.");
        }
    }
}
