package io.milvaion.scheduler.declare.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An interval in real time, counted from a start. */
public record EverySoOften(Instant start, Duration interval) implements SourceRule {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /**
     * @throws IllegalArgumentException if it is no interval that anybody means
     */
    public EverySoOften {
        if (interval.compareTo(Duration.ofMillis(1)) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(interval + " is no interval");
        }
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            throw new IllegalArgumentException("it starts in no year from 1970 to 9999");
        }
    }

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
