package io.milvaion.scheduler.time.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Working days of a month, as an expression names them in its day of month: {@code LWD} the last,
 * {@code LWD-2} two before it, {@code 3WD} the third; also several with commas, not mixed with
 * other days.
 */
public final class Workdays {

    private static final Pattern ITEM = Pattern.compile("LWD(-[1-9][0-9]?)?|[1-9][0-9]?WD");

    private final List<String> items;

    private Workdays(List<String> items) {
        this.items = items;
    }

    /**
     * Those that an expression of five or six fields names; empty if it names none.
     *
     * @param expression or null
     */
    public static Optional<Workdays> in(String expression) {
        return field(expression)
                .map(field -> Arrays.asList(field.toUpperCase(Locale.ROOT).split(",", -1)))
                .filter(items -> items.stream().allMatch(item -> ITEM.matcher(item).matches()))
                .map(Workdays::new);
    }

    /** The expression for any day of the month, if it names working days; else as it is. */
    public static String anyDay(String expression) {
        if (in(expression).isEmpty()) {
            return expression;
        }
        var fields = expression.strip().split("\\s+");
        fields[fields.length - 3] = "*";
        return String.join(" ", fields);
    }

    private static Optional<String> field(String expression) {
        var fields = expression == null ? new String[0] : expression.strip().split("\\s+");
        return fields.length == 5 || fields.length == 6
                ? Optional.of(fields[fields.length - 3])
                : Optional.empty();
    }

    /**
     * @param number 1 for the first working day of the month
     * @param of how many it has
     */
    boolean include(int number, int of) {
        return items.stream().anyMatch(item -> number(item, of) == number);
    }

    private static int number(String item, int of) {
        if (item.startsWith("L")) {
            return item.length() > 3 ? of - Integer.parseInt(item.substring(4)) : of;
        }
        return Integer.parseInt(item.substring(0, item.length() - 2));
    }

    /** Such as "on the last working day of the month". */
    public String text() {
        return "on "
                + items.stream().map(Workdays::text).collect(Collectors.joining(" and "))
                + " of the month";
    }

    private static String text(String item) {
        if (item.equals("LWD")) {
            return "the last working day";
        }
        return item.startsWith("L")
                ? item.substring(4)
                        + (item.endsWith("-1") ? " working day" : " working days")
                        + " before the last one"
                : "working day " + item.substring(0, item.length() - 2);
    }
}
