package io.milvaion.scheduler.declare.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every so many days, weeks, months or years of the calendar, at the local time of the start. */
public record CalendarSteps(Instant start, int every, ChronoUnit unit, ZoneId in)
        implements SourceRule {

    @Override
    public Optional<ZoneId> zone() {
        return Optional.of(in);
    }

    /**
     * A day that a month does not have is its last one, and so it stays: steps start from there.
     */
    @Override
    public List<Instant> first(Instant from, int count) {
        return Stream.iterate(near(from), at -> at.plus(every, unit))
                .map(ZonedDateTime::toInstant)
                .filter(at -> !at.isBefore(from))
                .limit(count)
                .toList();
    }

    private ZonedDateTime near(Instant from) {
        var begin = start.atZone(in);
        if (unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS || !from.isAfter(start)) {
            return begin;
        }
        return begin.plus(unit.between(begin, from.atZone(in)) / every * every, unit);
    }
}
