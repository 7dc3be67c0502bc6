package io.milvaion.scheduler.time.rrule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A content line of RFC 5545, 3.1.
 *
 * @param name in upper case
 * @param parameters by their names in upper case
 * @param value in upper case
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

    /**
     * Joins folded lines; a line that is only the value of a rule counts as {@code RRULE}.
     *
     * @throws InvalidRecurrence if a line is none
     */
    static List<ContentLine> of(String text) {
        List<ContentLine> lines = new ArrayList<>();
        for (String line : text.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n")) {
            if (!line.isBlank()) {
                lines.add(line(line.strip()));
            }
        }
        return lines;
    }

    private static ContentLine line(String text) {
        if (text.toUpperCase(Locale.ROOT).startsWith("FREQ=")) {
            return line("RRULE:" + text);
        }
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.TEXT,
                    "\""
                            + text
                            + "\" is not a line of a recurrence, such as RRULE:FREQ=DAILY or"
                            + " DTSTART;TZID=Europe/Berlin:20270131T090000.");
        }
        String[] head = text.substring(0, colon).split(";");
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] parameter = head[i].split("=", 2);
            parameters.put(
                    parameter[0].toUpperCase(Locale.ROOT),
                    parameter.length < 2 ? "" : parameter[1].replace("\"", ""));
        }
        return new ContentLine(
                head[0].toUpperCase(Locale.ROOT),
                parameters,
                text.substring(colon + 1).strip().toUpperCase(Locale.ROOT));
    }
}
