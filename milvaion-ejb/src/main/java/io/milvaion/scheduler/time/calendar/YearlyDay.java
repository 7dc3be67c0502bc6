package io.milvaion.scheduler.time.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;

/** The days of a range: between two dates, or between two days of each year. */
final class YearlyDay {

    private YearlyDay() {}

    /** Empty if it is neither two dates in order nor two days of the year. */
    static Optional<Predicate<LocalDate>> range(String from, String to) {
        try {
            return from.length() > 5 ? dates(from, to) : days(from, to);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Predicate<LocalDate>> dates(String from, String to) {
        var first = LocalDate.parse(from);
        var last = LocalDate.parse(to);
        return last.isBefore(first)
                ? Optional.empty()
                : Optional.of(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    /** The 29th of February is in a range that is around it; alone it comes in leap years. */
    private static Optional<Predicate<LocalDate>> days(String from, String to) {
        var first = MonthDay.parse("--" + from);
        var last = MonthDay.parse("--" + to);
        boolean overNewYear = last.isBefore(first);
        return Optional.of(
                day -> {
                    var is = MonthDay.from(day);
                    boolean begun = !is.isBefore(first);
                    boolean goesOn = !is.isAfter(last);
                    return overNewYear ? begun || goesOn : begun && goesOn;
                });
    }
}
