package io.milvaion.scheduler.ground.persistence;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with parameters like {@code :name}, as the driver takes it: each is a question mark.
 * Quoted parts, comments and casts ({@code ::int}) stay as they are.
 *
 * @param names of the question marks, in their order
 */
record NamedText(String text, List<String> names) {

    /**
     * @throws IllegalStateException if a parameter has no name
     */
    static NamedText of(String sql) {
        var text = new StringBuilder(sql.length());
        var names = new ArrayList<String>();
        int at = 0;
        while (at < sql.length()) {
            int end = end(sql, at);
            if (sql.charAt(at) == ':' && end > at + 1 && sql.charAt(at + 1) != ':') {
                names.add(sql.substring(at + 1, end));
                text.append('?');
            } else if (sql.charAt(at) == '?') {
                throw new IllegalStateException("a parameter without a name in: " + sql);
            } else {
                text.append(sql, at, end);
            }
            at = end;
        }
        return new NamedText(text.toString(), names);
    }

    /** Where the part ends that begins here; most parts are one character. */
    private static int end(String sql, int start) {
        return switch (sql.charAt(start)) {
            case '\'' -> after(sql, "'", start + 1);
            case '"' -> after(sql, "\"", start + 1);
            case '-' -> sql.startsWith("--", start) ? after(sql, "\n", start + 2) : start + 1;
            case '/' -> sql.startsWith("/*", start) ? after(sql, "*/", start + 2) : start + 1;
            case ':' -> sql.startsWith("::", start) ? start + 2 : endOfName(sql, start + 1);
            default -> start + 1;
        };
    }

    private static int after(String sql, String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private static int endOfName(String sql, int start) {
        int end = start;
        while (end < sql.length() && isNamed(sql.charAt(end), end == start)) {
            end++;
        }
        return end;
    }

    private static boolean isNamed(char character, boolean first) {
        return first ? Character.isLetter(character) : Character.isLetterOrDigit(character);
    }
}
