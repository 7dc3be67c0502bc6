package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where the owner of a dialect is wrong about an expression, which is not imitated: as sentences
 * that name its version.
 */
public final class DialectFaults {

    private static final Pattern STEP_AFTER_NAMES = Pattern.compile("[A-Z]/[0-9]");

    private final CronFields fields;
    private final List<String> sentences = new ArrayList<>();

    private DialectFaults(CronFields fields) {
        this.fields = fields;
    }

    /**
     * @param expression right in the dialect
     */
    public static List<String> of(CronDialect dialect, String expression) {
        var faults = new DialectFaults(dialect.read(expression, null));
        switch (dialect) {
            case QUARTZ -> faults.tellQuartz(expression.toUpperCase(Locale.ROOT));
            case SPRING -> faults.tellSpring();
            case SYSTEMD -> faults.tellSystemd();
            case UNIX, KUBERNETES, MILVAION -> {} // none is known of what is valid here
        }
        return List.copyOf(faults.sentences);
    }

    private void tellQuartz(String text) {
        if (hasDay(DialectFaults::isNearAWeekend)) {
            sentences.add(
                    "Quartz 2.5.2 forgets a month when the day is on its weekend and it looks for"
                            + " the Monday after it has passed; here it runs.");
        }
        if (hasDay(item -> item.kind() == Kind.LAST_WEEKDAY) && fields.runsOfADay() > 1) {
            sentences.add(
                    "Quartz 2.5.2 leaves out runs of the last weekday that are earlier in the day"
                            + " than the time at which it looks for them; here they run.");
        }
        if (STEP_AFTER_NAMES.matcher(text).find()) {
            sentences.add(
                    "Quartz 2.5.2 drops a step after names, such as MON-FRI/2; here it is made.");
        }
        if (fields.of(CronField.DAY_OF_WEEK).size() > 1
                && has(CronField.DAY_OF_WEEK, item -> item.kind() == Kind.NTH_DAY_OF_WEEK)) {
            sentences.add(
                    "Quartz 2.5.2 drops what follows a day with # in a list; here all items"
                            + " count.");
        }
    }

    private void tellSpring() {
        if (hasDay(item -> item.kind() == Kind.NEAREST_WEEKDAY && item.first() == 1)) {
            sentences.add(
                    "Spring (6.2.19, 7.0.10) forgets a month when it looks for the next run on the Sunday"
                            + " before its first Monday; here it runs.");
        }
        if (hasDay(item -> item.kind() == Kind.NEAREST_WEEKDAY && item.first() > 28)) {
            sentences.add(
                    "Spring (6.2.19, 7.0.10) leaves out a month that ends with that day on a Sunday; here it"
                            + " runs on the Friday before.");
        }
        if (hasDay(item -> item.kind() == Kind.LAST_DAY && item.first() > 27)) {
            sentences.add(
                    "Spring (6.2.19, 7.0.10) runs at the end of January where February has no such day; here"
                            + " it does not.");
        }
    }

    /** Whether it may be put off to a Monday of its month. */
    private static boolean isNearAWeekend(CronItem item) {
        return (item.kind() == Kind.NEAREST_WEEKDAY && item.first() < 31)
                || (item.kind() == Kind.LAST_WEEKDAY && item.first() > 0);
    }

    private void tellSystemd() {
        if (has(CronField.MINUTE, item -> isUneven(CronField.MINUTE, item))
                || has(CronField.HOUR, item -> isUneven(CronField.HOUR, item))) {
            sentences.add(
                    "systemd 252 leaves out midnight where a step that does not divide the hour or"
                            + " the day begins anew; here it runs.");
        }
    }

    private static boolean isUneven(CronField field, CronItem item) {
        return item.kind() == Kind.RANGE
                && item.last() == field.max()
                && field.size % item.step() != 0;
    }

    private boolean hasDay(Predicate<CronItem> which) {
        return has(CronField.DAY_OF_MONTH, which);
    }

    private boolean has(CronField field, Predicate<CronItem> which) {
        return fields.of(field).stream().anyMatch(which);
    }
}
