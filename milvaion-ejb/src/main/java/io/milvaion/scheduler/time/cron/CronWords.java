package io.milvaion.scheduler.time.cron;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** English words for the items of a field, without regard to the other fields. */
final class CronWords {

    private CronWords() {}

    /** Such as "minutes 5 and 10 to 20", "the 1st and the last day", "Monday to Friday". */
    static String list(CronField field, List<CronItem> items) {
        String text = enumerate(items.stream().map(item -> text(field, item)).toList());
        if (!isTime(field) || items.get(0).step() > 1) {
            return text;
        }
        boolean single = items.size() == 1 && items.get(0).kind() == CronItem.Kind.VALUE;
        return noun(field) + (single ? " " : "s ") + text;
    }

    static String enumerate(List<String> items) {
        int last = items.size() - 1;
        return last == 0
                ? items.get(0)
                : items.stream().limit(last).collect(Collectors.joining(", "))
                        + " and "
                        + items.get(last);
    }

    static String noun(CronField field) {
        return switch (field) {
            case SECOND, MINUTE, HOUR, MONTH, YEAR -> field.wire;
            case DAY_OF_MONTH, DAY_OF_WEEK -> "day";
        };
    }

    private static String text(CronField field, CronItem item) {
        return switch (item.kind()) {
            case ANY -> "every " + noun(field);
            case VALUE -> name(field, item.first());
            case RANGE -> range(field, item);
            case LAST_DAY -> lastDay(item.first());
            case LAST_WEEKDAY ->
                    item.first() == 0
                            ? "the last weekday (Monday to Friday)"
                            : "the weekday (Monday to Friday) nearest to " + lastDay(item.first());
            case NEAREST_WEEKDAY ->
                    "the weekday (Monday to Friday) nearest to the " + ordinal(item.first());
            case NTH_DAY_OF_WEEK ->
                    "the "
                            + ordinal(item.last())
                            + " "
                            + name(field, item.first())
                            + " of the month";
            case LAST_DAY_OF_WEEK -> "the last " + name(field, item.first()) + " of the month";
        };
    }

    private static String lastDay(int daysBefore) {
        return switch (daysBefore) {
            case 0 -> "the last day";
            case 1 -> "the last day but one";
            default -> "the day " + daysBefore + " days before the last day";
        };
    }

    private static String range(CronField field, CronItem item) {
        String range = name(field, item.first()) + " to " + name(field, item.last());
        if (item.step() == 1) {
            return range;
        }
        String every = "every " + ordinal(item.step()) + " " + noun(field);
        return isTime(field) && item.stepsOver(field) ? every : every + " from " + range;
    }

    private static boolean isTime(CronField field) {
        return field.compareTo(CronField.HOUR) <= 0;
    }

    private static String name(CronField field, int value) {
        return switch (field) {
            case SECOND, MINUTE, HOUR, YEAR -> Integer.toString(value);
            case DAY_OF_MONTH -> "the " + ordinal(value);
            case MONTH -> capitalized(Month.of(value).name());
            case DAY_OF_WEEK -> capitalized(DayOfWeek.of(value == 0 ? 7 : value).name());
        };
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
