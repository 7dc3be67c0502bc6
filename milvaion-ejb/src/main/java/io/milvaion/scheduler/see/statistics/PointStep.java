package io.milvaion.scheduler.see.statistics;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.state.tally.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How a range is divided, and the rows that its parts are added up from.
 *
 * @param length of a part
 * @param period whose rows are read
 */
record PointStep(Duration length, Period period) {

    private static final Duration[] LENGTHS = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(3),
        Duration.ofHours(6),
        Duration.ofHours(12),
        Duration.ofDays(1),
        Duration.ofDays(7),
        Duration.ofDays(28),
        Duration.ofDays(364)
    };

    /**
     * The shortest step by which a range has at most so many parts and whose rows are kept since
     * its beginning.
     */
    static PointStep of(Instant from, Instant to, int parts, Instant now, SettingsReader settings) {
        return Arrays.stream(LENGTHS)
                .map(length -> new PointStep(length, coarsest(length)))
                .filter(step -> step.isKept(from, now, settings) && step.parts(from, to) <= parts)
                .findFirst()
                .orElseGet(() -> new PointStep(LENGTHS[LENGTHS.length - 1], Period.DAY));
    }

    /** Where the part begins that an instant is in. */
    Instant begin(Instant at) {
        return Period.begin(at, length);
    }

    /** Where the last part of a range ends. */
    Instant end(Instant to) {
        var begin = begin(to);
        return begin.equals(to) ? to : begin.plus(length);
    }

    private long parts(Instant from, Instant to) {
        return Duration.between(begin(from), end(to)).dividedBy(length);
    }

    private boolean isKept(Instant from, Instant now, SettingsReader settings) {
        return period == Period.DAY || !from.isBefore(now.minus(period.kept(settings)));
    }

    private static Period coarsest(Duration length) {
        if (length.compareTo(Period.DAY.length()) >= 0) {
            return Period.DAY;
        }
        return length.compareTo(Period.HOUR.length()) >= 0 ? Period.HOUR : Period.MINUTE;
    }
}
