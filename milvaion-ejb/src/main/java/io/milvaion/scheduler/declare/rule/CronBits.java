package io.milvaion.scheduler.declare.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The values of a field in which there are only numbers, names, ranges and steps.
 *
 * @param names of the values from {@code nameFrom} on
 */
record CronBits(int min, int max, int nameFrom, List<String> names) {

    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final List<String> DAYS =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    static final CronBits SIXTY = new CronBits(0, 59, 0, List.of());
    static final CronBits HOUR = new CronBits(0, 23, 0, List.of());
    static final CronBits DAY = new CronBits(1, 31, 0, List.of());
    static final CronBits MONTH = new CronBits(1, 12, 1, MONTHS);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    static CronBits ofWeek(CronStyle style) {
        return new CronBits(style.firstOfWeek, style.firstOfWeek + 6, style.sunday(), DAYS);
    }

    /** The values of a list as bits; those of a range whose end is smaller go round. */
    long list(String text) {
        long bits = 0;
        for (var item : text.split(",", -1)) {
            bits |= item(item);
        }
        return bits;
    }

    long item(String text) {
        var parts = text.split("/", -1);
        int step = parts.length > 1 ? number(parts[1]) : 1;
        if (parts.length > 2 || step == 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not understood");
        }
        var ends = parts[0].split("-", -1);
        if (parts[0].equals("*") || parts[0].equals("?")) {
            return bits(min, max, step);
        }
        int first = value(ends[0]);
        if (ends.length == 1) {
            return bits(first, parts.length > 1 ? max : first, step);
        }
        int last = value(ends[1]);
        return bits(first, last < first ? last + max - min + 1 : last, step);
    }

    private long bits(int first, int last, int step) {
        long bits = 0;
        for (int value = first; value <= last; value += step) {
            bits |= 1L << (value > max && value != 7 ? value - (max - min + 1) : value);
        }
        return bits;
    }

    int value(String text) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        int value = name < 0 ? number(text) : nameFrom + name;
        boolean sevenIsSunday = names == DAYS && value == 7;
        if (!sevenIsSunday && (value > max || value < Math.min(min, nameFrom))) {
            throw new IllegalArgumentException(text + " is not from " + min + " to " + max);
        }
        return value;
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not understood");
        }
        return Integer.parseInt(text);
    }
}
