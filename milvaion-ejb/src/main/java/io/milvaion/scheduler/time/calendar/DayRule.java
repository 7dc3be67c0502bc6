package io.milvaion.scheduler.time.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Which parts of a day a rule matches. Immutable and safe to share. */
interface DayRule {

    DaySpans on(LocalDate day);

    /** What people call what it matches on that day. */
    default Optional<String> name(LocalDate day) {
        return Optional.empty();
    }

    /** A rule that matches whole days. */
    static DayRule of(java.util.function.Predicate<LocalDate> days, String name) {
        return new DayRule() {
            @Override
            public DaySpans on(LocalDate day) {
                return days.test(day) ? DaySpans.ALL : DaySpans.NONE;
            }

            @Override
            public Optional<String> name(LocalDate day) {
                return Optional.ofNullable(name);
            }
        };
    }
}
