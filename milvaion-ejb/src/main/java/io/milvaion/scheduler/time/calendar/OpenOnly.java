package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Instant;
import java.util.Optional;

/** The runs that fall on open times; the others do not run. */
record OpenOnly(Timetable base, DaysOpen open) implements Timetable {

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return firstOpen(base.firstAtOrAfter(from));
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return firstOpen(base.nextAfter(planned));
    }

    private Optional<Instant> firstOpen(Optional<Instant> first) {
        var run = first;
        while (run.isPresent() && !Bounds.isFar(run.get()) && !isTooLate(run.get(), first.get())) {
            long second = run.get().getEpochSecond();
            if (open.isOpen(second)) {
                return run;
            }
            long next = open.nextOpen(second);
            run =
                    next == OpenTimes.NONE
                            ? Optional.empty()
                            : base.firstAtOrAfter(Instant.ofEpochSecond(next));
        }
        return Optional.empty();
    }

    private static boolean isTooLate(Instant run, Instant first) {
        return run.isAfter(first.plus(Bounds.HORIZON));
    }

    @Override
    public int runsInAMinute() {
        return base.runsInAMinute();
    }
}
