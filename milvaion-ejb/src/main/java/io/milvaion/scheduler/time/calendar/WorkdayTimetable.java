package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The runs of a timetable that fall on certain working days of their months. */
record WorkdayTimetable(Timetable base, Workdays days, DaysOpen open) implements Timetable {

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return first(base.firstAtOrAfter(from));
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return first(base.nextAfter(planned));
    }

    private Optional<Instant> first(Optional<Instant> found) {
        var run = found;
        while (run.isPresent() && !Bounds.isFar(run.get()) && isNear(run.get(), found.get())) {
            var day = open.day(run.get());
            var next = nextIn(day);
            if (next.filter(day::equals).isPresent()) {
                return run;
            }
            var from = next.orElseGet(() -> YearMonth.from(day).plusMonths(1).atDay(1));
            run = base.firstAtOrAfter(open.start(from));
        }
        return Optional.empty();
    }

    private static boolean isNear(Instant run, Instant first) {
        return !run.isAfter(first.plus(Bounds.HORIZON));
    }

    /** The first of the days at or after a day, in its month. */
    private Optional<LocalDate> nextIn(LocalDate day) {
        var working = working(YearMonth.from(day));
        for (int i = 0; i < working.size(); i++) {
            if (!working.get(i).isBefore(day) && days.include(i + 1, working.size())) {
                return Optional.of(working.get(i));
            }
        }
        return Optional.empty();
    }

    private List<LocalDate> working(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(open::isWorking)
                .toList();
    }
}
