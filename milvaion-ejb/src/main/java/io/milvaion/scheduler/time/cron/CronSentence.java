package io.milvaion.scheduler.time.cron;

import static io.milvaion.scheduler.time.cron.CronWords.enumerate;
import static io.milvaion.scheduler.time.cron.CronWords.noun;

import io.milvaion.scheduler.time.cron.CronItem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in English when an expression runs, whatever the dialect that wrote it. */
public final class CronSentence {

    private static final int MOST_TIMES = 6; // listed as 02:30, 14:30; more are put as fields

    private final CronFields fields;

    private CronSentence(CronFields fields) {
        this.fields = fields;
    }

    public static String of(CronFields fields) {
        return new CronSentence(fields).sentence();
    }

    private String sentence() {
        StringBuilder text = new StringBuilder(isClock() ? clock() : interval());
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        appendDays(text);
        if (fields.restricts(CronField.MONTH)) {
            text.append(" in ").append(list(CronField.MONTH));
        }
        if (fields.restricts(CronField.YEAR)) {
            text.append(fields.restricts(CronField.MONTH) ? " of " : " in ")
                    .append(list(CronField.YEAR));
        }
        if (fields.restricts(CronField.DAY_OF_MONTH) && fields.restricts(CronField.DAY_OF_WEEK)) {
            text.append(
                    eitherDay()
                            ? " (either is enough: day of month or day of week)"
                            : " (both must match: day of month and day of week)");
        }
        if (fields.hashed()) {
            text.append(" (H: chosen by the id of the job)");
        }
        return text.append('.').toString();
    }

    private void appendDays(StringBuilder text) {
        boolean days = fields.restricts(CronField.DAY_OF_MONTH);
        boolean weekdays = fields.restricts(CronField.DAY_OF_WEEK);
        if (isClock() && !days && !weekdays) {
            text.append(" every day");
        }
        if (days) {
            text.append(" on ").append(list(CronField.DAY_OF_MONTH)).append(" of the month");
        }
        if (weekdays) {
            text.append(weekdaysAfter(days)).append(list(CronField.DAY_OF_WEEK));
        }
    }

    private boolean eitherDay() {
        return fields.days() == DaysMatch.EITHER;
    }

    private String weekdaysAfter(boolean days) {
        if (!days) {
            return " on ";
        }
        return eitherDay() ? " or on " : " that is also ";
    }

    private String list(CronField field) {
        return CronWords.list(field, fields.of(field));
    }

    private boolean isClock() {
        return List.of(CronField.SECOND, CronField.MINUTE, CronField.HOUR).stream()
                        .flatMap(field -> fields.of(field).stream())
                        .allMatch(item -> item.kind() == Kind.VALUE)
                && values(CronField.HOUR).size()
                                * values(CronField.MINUTE).size()
                                * values(CronField.SECOND).size()
                        <= MOST_TIMES;
    }

    private List<Integer> values(CronField field) {
        return fields.of(field).stream().map(CronItem::first).distinct().sorted().toList();
    }

    private String clock() {
        List<String> times = new ArrayList<>();
        for (int hour : values(CronField.HOUR)) {
            for (int minute : values(CronField.MINUTE)) {
                for (int second : values(CronField.SECOND)) {
                    String time = String.format(Locale.ROOT, "%02d:%02d", hour, minute);
                    times.add(
                            second == 0
                                    ? time
                                    : time + String.format(Locale.ROOT, ":%02d", second));
                }
            }
        }
        return "at " + enumerate(times);
    }

    /** Such as "every 15 seconds", "at second 5 of every minute of hours 9 to 17". */
    private String interval() {
        StringBuilder text = new StringBuilder();
        boolean every = false;
        for (CronField unit : units()) {
            if (text.isEmpty()) {
                every = isEven(unit);
                text.append(every ? every(unit) : "at " + list(unit));
            } else if (fields.restricts(unit)) {
                text.append(" of ").append(list(unit));
                every = false;
            } else if (!every) {
                text.append(" of every ").append(noun(unit));
                every = true;
            }
        }
        return text.toString();
    }

    /** The time fields that are worth a word, the finest first. */
    private List<CronField> units() {
        if (!isZero(CronField.SECOND)) {
            return List.of(CronField.SECOND, CronField.MINUTE, CronField.HOUR);
        }
        return isZero(CronField.MINUTE) && isEven(CronField.HOUR)
                ? List.of(CronField.HOUR)
                : List.of(CronField.MINUTE, CronField.HOUR);
    }

    private boolean isZero(CronField field) {
        return fields.of(field).stream()
                .allMatch(item -> item.kind() == Kind.VALUE && item.first() == 0);
    }

    /**
     * Whether it matches at one distance all the time: {@code *}, or a step that divides the unit.
     */
    private boolean isEven(CronField field) {
        List<CronItem> items = fields.of(field);
        return !fields.restricts(field)
                || (items.size() == 1
                        && items.get(0).stepsOver(field)
                        && field.size % items.get(0).step() == 0);
    }

    private String every(CronField field) {
        int step = fields.restricts(field) ? fields.of(field).get(0).step() : 1;
        return "every " + (step == 1 ? noun(field) : step + " " + noun(field) + "s");
    }
}
