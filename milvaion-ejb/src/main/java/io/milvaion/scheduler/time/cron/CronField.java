package io.milvaion.scheduler.time.cron;

import java.util.regex.Pattern;

/** A field of an expression, in the order of six fields. Days of the week count from Sunday = 0. */
enum CronField {
    SECOND("second", 0, 60, Shapes.plain(Shapes.NUMBER)),
    MINUTE("minute", 0, 60, Shapes.plain(Shapes.NUMBER)),
    HOUR("hour", 0, 24, Shapes.plain(Shapes.NUMBER)),
    DAY_OF_MONTH(
            "dayOfMonth",
            1,
            31,
            Shapes.plain(Shapes.NUMBER)
                    + "|\\?|LW?|L-"
                    + Shapes.NUMBER
                    + "W?|"
                    + Shapes.NUMBER
                    + "W"),
    MONTH("month", 1, 12, Shapes.plain(Shapes.MONTH)),
    DAY_OF_WEEK(
            "dayOfWeek",
            0,
            7,
            Shapes.plain(Shapes.WEEKDAY) + "|\\?|" + Shapes.WEEKDAY + "(#[1-5]|L)");

    final String wire;
    final int min;
    final int size;

    /**
     * What an item of its list may look like, in upper case and without leading zeros; numbers may
     * be out of range.
     */
    final Pattern shape;

    CronField(String wire, int min, int size, String shape) {
        this.wire = wire;
        this.min = min;
        this.size = size;
        this.shape = Pattern.compile(shape);
    }

    int max() {
        return min + size - 1;
    }

    /** A step that is longer would never be made: it begins anew with the unit above. */
    int longestStep() {
        return min == 0 && this != DAY_OF_WEEK ? size - 1 : size;
    }

    /** Its own class, because an enum's constants are made before its static fields. */
    private static final class Shapes {

        static final String NUMBER = "[0-9]{1,9}";
        static final String MONTH =
                "(" + NUMBER + "|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)";
        static final String WEEKDAY = "(" + NUMBER + "|SUN|MON|TUE|WED|THU|FRI|SAT)";

        static String plain(String value) {
            return "(\\*|" + value + "(-" + value + ")?)(/" + NUMBER + ")?";
        }
    }
}
