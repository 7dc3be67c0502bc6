package io.milvaion.scheduler.time.calendar;

import java.time.Duration;
import java.time.Instant;

/** How far calendars are looked ahead. */
final class Bounds {

    /** A run that all calendars keep from running for so long does not run again. */
    static final Duration HORIZON = Duration.ofDays(40 * 366);

    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private Bounds() {}

    static boolean isFar(Instant instant) {
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST);
    }

    /** The instant just before, or the earliest that is looked at. */
    static Instant before(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.minusNanos(1);
    }
}
