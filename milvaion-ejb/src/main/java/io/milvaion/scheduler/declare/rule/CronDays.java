package io.milvaion.scheduler.declare.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which days the two day fields of an expression mean. */
record CronDays(CronStyle style) {

    private static final Pattern LAST = Pattern.compile("L(-[0-9]{1,2})?(W?)");
    private static final Pattern NEAREST = Pattern.compile("([0-9]{1,2})W");
    private static final Pattern NTH = Pattern.compile("([0-9A-Z]{1,3})#([1-5])");
    private static final Pattern LAST_OF = Pattern.compile("([0-9A-Z]{1,3}?)L");

    Predicate<LocalDate> both(String dayOfMonth, String dayOfWeek) {
        var ofMonth = any(dayOfMonth, this::ofMonth);
        var ofWeek = any(dayOfWeek, this::ofWeek);
        return style.takesBoth(dayOfMonth, dayOfWeek) ? ofMonth.and(ofWeek) : ofMonth.or(ofWeek);
    }

    private static Predicate<LocalDate> any(
            String list, Function<String, Predicate<LocalDate>> item) {
        return Arrays.stream(list.split(",", -1)).map(item).reduce(Predicate::or).orElseThrow();
    }

    private Predicate<LocalDate> ofMonth(String item) {
        var last = LAST.matcher(item);
        if (last.matches()) {
            int before = last.group(1) == null ? 0 : Integer.parseInt(last.group(1).substring(1));
            return last.group(2).isEmpty()
                    ? day -> day.getDayOfMonth() == day.lengthOfMonth() - before
                    : day -> isNearest(day, day.lengthOfMonth() - before);
        }
        var nearest = NEAREST.matcher(item);
        if (nearest.matches()) {
            int wanted = Integer.parseInt(nearest.group(1));
            return day -> isNearest(day, wanted);
        }
        long bits = CronBits.DAY.item(item);
        return day -> (bits >>> day.getDayOfMonth() & 1) != 0;
    }

    /** Whether it is the day from Monday to Friday that is nearest to one of its month. */
    private static boolean isNearest(LocalDate day, int wanted) {
        if (wanted < 1 || wanted > day.lengthOfMonth()) {
            return false;
        }
        var target = day.withDayOfMonth(wanted);
        var nearest =
                switch (target.getDayOfWeek()) {
                    case SATURDAY -> target.plusDays(wanted == 1 ? 2 : -1);
                    case SUNDAY -> target.plusDays(wanted == day.lengthOfMonth() ? -2 : 1);
                    default -> target;
                };
        return day.equals(nearest);
    }

    private Predicate<LocalDate> ofWeek(String item) {
        var nth = NTH.matcher(item);
        if (nth.matches()) {
            var weekday = weekday(nth.group(1));
            int number = Integer.parseInt(nth.group(2));
            return day ->
                    day.getDayOfWeek() == weekday && (day.getDayOfMonth() - 1) / 7 == number - 1;
        }
        var lastOf = LAST_OF.matcher(item);
        if (lastOf.matches()) {
            var adjuster = TemporalAdjusters.lastInMonth(weekday(lastOf.group(1)));
            return day -> day.equals(day.with(adjuster));
        }
        long bits =
                item.equals("L") ? 1L << (6 + style.sunday()) : CronBits.ofWeek(style).item(item);
        return day -> hasDay(bits, day);
    }

    private boolean hasDay(long bits, LocalDate day) {
        int number = day.getDayOfWeek().getValue() % 7 + style.sunday();
        boolean alsoSeven = number == 0 && (bits >>> 7 & 1) != 0;
        return alsoSeven || (bits >>> number & 1) != 0;
    }

    private DayOfWeek weekday(String text) {
        int fromSunday = CronBits.ofWeek(style).value(text) - style.sunday();
        return DayOfWeek.of((fromSunday + 6) % 7 + 1);
    }
}
