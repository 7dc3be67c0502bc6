package io.milvaion.scheduler.declare.imports;

import java.util.Locale;
import java.util.Map;

/**
 * What stands after the fields of a line.
 *
 * @param stdin what cron types, or null
 */
record CrontabCommand(String line, String stdin) {

    private static final int LONGEST_NAME = 60;

    private static final Map<String, String> MACROS =
            Map.of(
                    "@yearly", "0 0 1 1 *",
                    "@annually", "0 0 1 1 *",
                    "@monthly", "0 0 1 * *",
                    "@weekly", "0 0 * * 0",
                    "@daily", "0 0 * * *",
                    "@midnight", "0 0 * * *",
                    "@hourly", "0 * * * *",
                    "@every_minute", "* * * * *");

    /** The five fields for which a macro stands. */
    static String expression(String written) {
        return MACROS.getOrDefault(
                written.toLowerCase(Locale.ROOT), written.replaceAll("\\s+", " "));
    }

    /** The first {@code %} ends the command, later ones end lines; a backslash before keeps one. */
    static CrontabCommand of(String text) {
        var command = new StringBuilder();
        StringBuilder typed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean kept = c == '\\' && text.startsWith("%", i + 1);
            var to = typed == null ? command : typed;
            if (kept) {
                to.append('%');
                i++;
            } else if (c != '%') {
                to.append(c);
            } else if (typed == null) {
                typed = new StringBuilder();
            } else {
                typed.append('\n');
            }
        }
        return new CrontabCommand(
                command.toString().strip(), typed == null ? null : typed.append('\n').toString());
    }

    /** What it is called: its words without their directories. */
    String name() {
        var words = line.replaceAll("(?<=^|\\s)\\S*/(?=\\S)", "");
        return words.substring(0, Math.min(words.length(), LONGEST_NAME));
    }
}
