package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.DaysMatch;
import io.milvaion.scheduler.time.cron.InvalidCron;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code OnCalendar}: days of the week, a date and a time, each of which may be missing, and a time
 * zone; or a word for them. {@code ~} counts days from the end of the month.
 */
final class SystemdDialect implements Dialect {

    private static final Map<String, String> WORDS = words();
    private static final Pattern DATE =
            Pattern.compile("((?<year>[^~-]+)-)?(?<month>[^~-]+)(?<from>[~-])(?<day>[^~-]+)");
    private static final Pattern TIME =
            Pattern.compile("(?<hour>[^:]+):(?<minute>[^:]+)(:(?<second>[^:]+))?");
    private static final Pattern WEEKDAYS =
            Pattern.compile("(?i)(mon|tue|wed|thu|fri|sat|sun)[a-z]*([.,-].*)?");

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        words.put("minutely", "*-*-* *:*:00");
        words.put("hourly", "*-*-* *:00:00");
        words.put("daily", "*-*-* 00:00:00");
        words.put("weekly", "Mon *-*-* 00:00:00");
        words.put("monthly", "*-*-01 00:00:00");
        words.put("quarterly", "*-01,04,07,10-01 00:00:00");
        for (String twice : List.of("semiannually", "semi-annually", "biannually", "bi-annually")) {
            words.put(twice, "*-01,07-01 00:00:00");
        }
        words.put("yearly", "*-01-01 00:00:00");
        words.put("annually", "*-01-01 00:00:00");
        return words;
    }

    @Override
    public CronFields read(String text, UUID job) {
        List<String> parts = new ArrayList<>(parts(text));
        zonePart(parts).ifPresent(zone -> parts.remove(parts.size() - 1));
        Map<CronField, List<CronItem>> items = new EnumMap<>(CronField.class);
        for (CronField field : CronField.values()) {
            items.put(field, List.of(CronItem.any(field)));
        }
        if (!parts.isEmpty() && WEEKDAYS.matcher(parts.get(0)).matches()) {
            String weekdays = parts.remove(0).toUpperCase(Locale.ROOT);
            items.put(CronField.DAY_OF_WEEK, SystemdItems.weekdays(weekdays));
        }
        if (!parts.isEmpty() && !parts.get(0).contains(":")) {
            putDate(parts.remove(0), items);
        }
        putTime(parts.isEmpty() ? "00:00:00" : parts.remove(0), items);
        if (!parts.isEmpty()) {
            throw wrong(text);
        }
        return new CronFields(items, DaysMatch.BOTH, false);
    }

    @Override
    public Optional<String> zoneIn(String text) {
        return zonePart(parts(text)).map(zone -> zone.equalsIgnoreCase("UTC") ? "UTC" : zone);
    }

    private static List<String> parts(String text) {
        List<String> parts = FieldLists.split(text);
        if (parts.isEmpty()) {
            throw wrong(text);
        }
        String word = WORDS.get(parts.get(0).toLowerCase(Locale.ROOT));
        if (word == null) {
            return parts;
        }
        List<String> whole = new ArrayList<>(FieldLists.split(word));
        whole.addAll(parts.subList(1, parts.size()));
        return whole;
    }

    /** The last part, if it begins with a letter and is not the only one or days of the week. */
    private static Optional<String> zonePart(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        return parts.size() > 1
                        && Character.isLetter(last.charAt(0))
                        && !WEEKDAYS.matcher(last).matches()
                ? Optional.of(last)
                : Optional.empty();
    }

    private static void putDate(String text, Map<CronField, List<CronItem>> items) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw wrong(text);
        }
        if (date.group("year") != null) {
            items.put(CronField.YEAR, SystemdItems.numbers(CronField.YEAR, date.group("year")));
        }
        items.put(CronField.MONTH, SystemdItems.numbers(CronField.MONTH, date.group("month")));
        items.put(
                CronField.DAY_OF_MONTH,
                date.group("from").equals("~")
                        ? SystemdItems.daysFromTheEnd(date.group("day"))
                        : SystemdItems.numbers(CronField.DAY_OF_MONTH, date.group("day")));
    }

    private static void putTime(String text, Map<CronField, List<CronItem>> items) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw wrong(text);
        }
        String second = time.group("second") == null ? "0" : time.group("second");
        if (second.contains(".") && !second.contains("..")) {
            throw FieldLists.wrong(CronField.SECOND, second, "runs are planned for whole seconds");
        }
        items.put(CronField.SECOND, SystemdItems.numbers(CronField.SECOND, second));
        items.put(CronField.MINUTE, SystemdItems.numbers(CronField.MINUTE, time.group("minute")));
        items.put(CronField.HOUR, SystemdItems.numbers(CronField.HOUR, time.group("hour")));
    }

    private static InvalidCron wrong(String text) {
        return new InvalidCron(
                InvalidCron.EXPRESSION,
                "\""
                        + text
                        + "\" is not in the form of OnCalendar: [days of the week] [[year-]month-day]"
                        + " [hour:minute[:second]] [time zone], such as Mon..Fri *-*-* 02:00:00.");
    }
}
