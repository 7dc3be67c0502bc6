package io.milvaion.scheduler.declare.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An interval in real time, counted from a start. */
public record EverySoOften(Instant start, Duration interval) implements SourceRule {

    @Override
    public List<Instant> first(Instant from, int count) {
        return Stream.iterate(firstAtOrAfter(from), at -> at.plus(interval)).limit(count).toList();
    }

    private Instant firstAtOrAfter(Instant from) {
        if (!from.isAfter(start)) {
            return start;
        }
        long passed = Duration.between(start, from).toMillis();
        long length = interval.toMillis();
        return start.plusMillis((passed + length - 1) / length * length);
    }
}
