package io.milvaion.scheduler.time.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A fixed interval of time that passes. */
public final class EverySpan implements Timetable {

    private static final long EARLIEST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final long MINUTE = 60_000;

    private final long anchor;
    private final long span;

    /**
     * @param anchor one of its instants
     */
    public EverySpan(Instant anchor, Duration span) {
        this.anchor = anchor.toEpochMilli();
        this.span = span.toMillis();
    }

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        if (from.isAfter(LATEST)) {
            return Optional.empty();
        }
        long at = Math.max(EARLIEST, ceiling(from));
        return Optional.of(Instant.ofEpochMilli(at + Math.floorMod(anchor - at, span)));
    }

    private static long ceiling(Instant from) {
        if (from.getEpochSecond() < EARLIEST / 1000) {
            return EARLIEST;
        }
        return from.plusNanos(999_999).toEpochMilli();
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return firstAtOrAfter(planned.plusMillis(planned.equals(Instant.MAX) ? 0 : 1));
    }

    @Override
    public boolean isInterval() {
        return true;
    }

    @Override
    public int runsInAMinute() {
        return MINUTE % span == 0 ? (int) (MINUTE / span) : 1;
    }
}
