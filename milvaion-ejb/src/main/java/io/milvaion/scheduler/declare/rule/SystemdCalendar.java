package io.milvaion.scheduler.declare.rule;

import io.milvaion.scheduler.declare.rule.ClockRules.Gap;
import io.milvaion.scheduler.declare.rule.ClockRules.Overlap;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What {@code OnCalendar} of a timer unit means.
 *
 * @param expression without the zone
 */
public record SystemdCalendar(String expression, PlanZone zone) {

    private static final Map<String, String> WORDS =
            Map.of(
                    "minutely", "*-*-* *:*:00",
                    "hourly", "*-*-* *:00:00",
                    "daily", "*-*-* 00:00:00",
                    "monthly", "*-*-01 00:00:00",
                    "weekly", "Mon *-*-* 00:00:00",
                    "yearly", "*-01-01 00:00:00",
                    "annually", "*-01-01 00:00:00",
                    "quarterly", "*-01,04,07,10-01 00:00:00",
                    "semiannually", "*-01,07-01 00:00:00");

    private static final Pattern WEEKDAYS =
            Pattern.compile("[A-Za-z]{3,9}([.,-]+[A-Za-z]{3,9})*,?");
    private static final Pattern DATE = Pattern.compile("(([^-~:]+)-)?([^-~:]+)([-~])([^-~:]+)");
    private static final ClockRules CLOCKS = new ClockRules(Gap.SKIPPED, Overlap.FIRST);

    /**
     * Reads a line, in which a zone may be written last.
     *
     * @param otherwise the zone if none is
     */
    public static SystemdCalendar read(String line, PlanZone otherwise) {
        var text = line.strip();
        int space = text.lastIndexOf(' ');
        var last = text.substring(space + 1);
        if (space < 0 || !Character.isLetter(last.charAt(0))) {
            return new SystemdCalendar(text, otherwise);
        }
        try {
            return new SystemdCalendar(text.substring(0, space).strip(), Zones.named(last));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no time zone " + last, e);
        }
    }

    /**
     * @throws IllegalArgumentException if the expression is not understood
     */
    public SourceRule rule() {
        var written = WORDS.getOrDefault(expression.toLowerCase(Locale.ROOT), expression);
        var parts = new ArrayList<>(Arrays.asList(written.split("\\s+")));
        Predicate<LocalDate> days = day -> true;
        if (WEEKDAYS.matcher(parts.get(0)).matches()) {
            days = weekdays(parts.remove(0));
        }
        if (!parts.isEmpty() && !parts.get(0).contains(":")) {
            days = days.and(date(parts.remove(0)));
        }
        var time = parts.isEmpty() ? "00:00:00" : parts.remove(0);
        var units = time.split(":", -1);
        if (!parts.isEmpty() || units.length < 2 || units.length > 3) {
            throw new IllegalArgumentException("\"" + expression + "\" is not understood");
        }
        return new WallClock(
                new LocalPattern(
                        days,
                        bits(units[0], 0, 23),
                        bits(units[1], 0, 59),
                        units.length < 3 ? 1 : bits(units[2].replaceFirst("\\.0+$", ""), 0, 59)),
                zone,
                CLOCKS);
    }

    private static Predicate<LocalDate> weekdays(String text) {
        long bits = SystemdWeekdays.bits(text);
        return day -> (bits >>> day.getDayOfWeek().getValue() & 1) != 0;
    }

    private static Predicate<LocalDate> date(String text) {
        var date = DATE.matcher(text);
        if (!date.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no date");
        }
        var written = date.group(2) == null ? "*" : date.group(2);
        var years = new CronYears(written.replace("..", "-"));
        long months = bits(date.group(3), 1, 12);
        long days = bits(date.group(5), 1, 31);
        boolean fromTheEnd = date.group(4).equals("~");
        return day ->
                (months >>> day.getMonthValue() & 1) != 0
                        && (days >>> number(day, fromTheEnd) & 1) != 0
                        && years.has(day.getYear());
    }

    private static int number(LocalDate day, boolean fromTheEnd) {
        return fromTheEnd ? day.lengthOfMonth() - day.getDayOfMonth() + 1 : day.getDayOfMonth();
    }

    private static long bits(String list, int min, int max) {
        var numbers = new CronBits(min, max, min, List.of());
        long bits = 0;
        for (var item : list.split(",", -1)) {
            bits |= numbers.item(item.replace("..", "-"));
        }
        return bits;
    }
}
