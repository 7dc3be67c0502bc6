package io.milvaion.scheduler.declare.rule;

import io.milvaion.scheduler.declare.rule.ClockRules.Gap;
import io.milvaion.scheduler.declare.rule.ClockRules.Overlap;
import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every so many days, weeks, months or years of the calendar, at the local time of the start. */
public record CalendarSteps(Instant start, int every, ChronoUnit unit, PlanZone in)
        implements SourceRule {

    private static final ClockRules CLOCKS = new ClockRules(Gap.FIRST_ONE_LATER, Overlap.FIRST);

    @Override
    public Optional<PlanZone> zone() {
        return Optional.of(in);
    }

    /**
     * A day that a month does not have is its last one, and so it stays: steps start from there.
     */
    @Override
    public List<Instant> first(Instant from, int count) {
        return Stream.iterate(near(from), at -> at.plus(every, unit))
                .flatMap(at -> CLOCKS.instants(at, in.rules(), true).stream())
                .filter(at -> !at.isBefore(from))
                .limit(count)
                .toList();
    }

    private LocalDateTime near(Instant from) {
        var begin = local(start);
        if (unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS || !from.isAfter(start)) {
            return begin;
        }
        return begin.plus(Math.max(unit.between(begin, local(from)) / every - 1, 0) * every, unit);
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, in.rules().getOffset(at));
    }
}
