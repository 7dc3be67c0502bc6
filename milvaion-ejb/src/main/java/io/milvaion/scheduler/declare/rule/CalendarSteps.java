package io.milvaion.scheduler.declare.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Every so many days, weeks, months or years of the calendar, at the local time of the start. */
public record CalendarSteps(Instant start, int every, ChronoUnit unit, ZoneId in)
        implements SourceRule {

    @Override
    public Optional<ZoneId> zone() {
        return Optional.of(in);
    }

    @Override
    public List<Instant> first(Instant from, int count) {
        long passed = from.isAfter(start) ? unit.between(at(0), from.atZone(in)) / every : 0;
        return LongStream.iterate(passed, step -> step + 1)
                .mapToObj(step -> at(step).toInstant())
                .filter(at -> !at.isBefore(from))
                .limit(count)
                .toList();
    }

    /** A day that the month does not have is its last one. */
    private ZonedDateTime at(long step) {
        return start.atZone(in).plus(step * every, unit);
    }
}
