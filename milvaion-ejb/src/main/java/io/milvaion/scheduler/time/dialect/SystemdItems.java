package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import io.milvaion.scheduler.time.cron.InvalidCron;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the lists of {@code OnCalendar}: {@code 1..5}, {@code 0/15}, {@code 8..18/2}. */
final class SystemdItems {

    private static final Pattern ITEM =
            Pattern.compile("(?<from>[0-9]{1,9})(\\.\\.(?<to>[0-9]{1,9}))?(/(?<step>[0-9]{1,9}))?");
    private static final Pattern WEEKDAYS =
            Pattern.compile("(?<from>[A-Z]+)((\\.\\.|-)(?<to>[A-Z]+))?");
    private static final List<String> WEEKDAY_NAMES =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    /** Counted from the end of a month, a day must be one that each month has. */
    private static final int DAYS_OF_EACH_MONTH = 28;

    private SystemdItems() {}

    /** A list of numbers, or {@code *}. */
    static List<CronItem> numbers(CronField field, String list) {
        if (list.equals("*")) {
            return List.of(CronItem.any(field));
        }
        return each(field, list, item -> Stream.of(number(field, item)));
    }

    private static CronItem number(CronField field, String text) {
        Matcher item = matched(ITEM, text);
        FieldValues values = FieldValues.of(field);
        int from = values.number(year(field, item.group("from")));
        boolean ranges = item.group("to") != null;
        int to = ranges ? values.number(year(field, item.group("to"))) : field.max();
        int step = step(item);
        if (from > to) {
            throw new Unreadable("the range ends before it begins");
        }
        if (step > 0 && !ranges && from + step > to) {
            throw new Unreadable("the step leads past " + to);
        }
        return ranges || step > 0
                ? CronItem.range(from, to, Math.max(step, 1))
                : CronItem.of(Kind.VALUE, from);
    }

    /** Years of two digits are those from 1970 to 2069. */
    private static String year(CronField field, String digits) {
        if (field != CronField.YEAR || Integer.parseInt(digits) > 99) {
            return digits;
        }
        int year = Integer.parseInt(digits);
        return Integer.toString(year + (year < 70 ? 2000 : 1900));
    }

    private static int step(Matcher item) {
        if (item.group("step") == null) {
            return 0;
        }
        int step = Integer.parseInt(item.group("step"));
        if (step == 0) {
            throw new Unreadable("a step is 1 at least");
        }
        return step;
    }

    /** A list of days counted from the end of the month, where 1 is the last. */
    static List<CronItem> daysFromTheEnd(String list) {
        return each(CronField.DAY_OF_MONTH, list, SystemdItems::fromTheEnd);
    }

    /** A step goes back within a range, else on to the end of the month. */
    private static Stream<CronItem> fromTheEnd(String text) {
        Matcher item = matched(ITEM, text);
        int from = fromTheEnd(item, "from");
        boolean ranges = item.group("to") != null;
        int step = step(item);
        if (ranges && fromTheEnd(item, "to") < from) {
            throw new Unreadable("the range ends before it begins");
        }
        if (step >= from && !ranges) {
            throw new Unreadable("the step leads past the end of the month");
        }
        int by = Math.max(step, 1);
        IntStream days =
                ranges
                        ? IntStream.iterate(
                                from, day -> day <= fromTheEnd(item, "to"), day -> day + by)
                        : IntStream.iterate(
                                from, day -> day >= (step == 0 ? from : 1), day -> day - by);
        return days.mapToObj(day -> CronItem.of(Kind.LAST_DAY, day - 1));
    }

    private static int fromTheEnd(Matcher item, String group) {
        int day = Integer.parseInt(item.group(group));
        if (day < 1 || day > DAYS_OF_EACH_MONTH) {
            throw new Unreadable("days from the end are 1 to " + DAYS_OF_EACH_MONTH);
        }
        return day;
    }

    /** A list of days of the week by name, whole or its first three letters. */
    static List<CronItem> weekdays(String list) {
        return each(CronField.DAY_OF_WEEK, list, item -> Stream.of(weekday(item)));
    }

    private static CronItem weekday(String text) {
        Matcher item = matched(WEEKDAYS, text);
        int from = weekdayNumber(item.group("from"));
        if (item.group("to") == null) {
            return CronItem.of(Kind.VALUE, from % 7);
        }
        int to = weekdayNumber(item.group("to"));
        if (from > to) {
            throw new Unreadable("the range ends before it begins: a week is Monday to Sunday");
        }
        return from == to ? CronItem.of(Kind.VALUE, from % 7) : CronItem.range(from, to, 1);
    }

    private static int weekdayNumber(String name) {
        for (String day : WEEKDAY_NAMES) {
            if (day.equals(name) || day.substring(0, 3).equals(name)) {
                return WEEKDAY_NAMES.indexOf(day) + 1;
            }
        }
        throw new Unreadable("there is no such day");
    }

    private static Matcher matched(Pattern pattern, String item) {
        Matcher matcher = pattern.matcher(item);
        if (!matcher.matches()) {
            throw new Unreadable("this is not something the field understands");
        }
        return matcher;
    }

    /**
     * @throws InvalidCron naming the field when an item of it is unreadable
     */
    private static List<CronItem> each(
            CronField field, String list, Function<String, Stream<CronItem>> reader) {
        return Arrays.stream(list.split(",", -1))
                .flatMap(
                        item -> {
                            try {
                                return reader.apply(item);
                            } catch (Unreadable e) {
                                throw FieldLists.wrong(field, item, e.getMessage());
                            }
                        })
                .toList();
    }
}
