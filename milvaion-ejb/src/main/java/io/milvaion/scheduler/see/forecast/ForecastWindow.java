package io.milvaion.scheduler.see.forecast;

import java.time.Duration;
import java.time.Instant;

/**
 * What a forecast is about, whole steps of UTC.
 *
 * @param to not included
 */
public record ForecastWindow(Instant from, Instant to, ForecastStep step) {

    /** So many steps a forecast has at most: seven days by the minute. */
    public static final int MOST_STEPS = 10_080;

    /** The step in which it begins up to the one in which it ends. */
    public ForecastWindow {
        long seconds = step.length().toSeconds();
        from = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), seconds) * seconds);
        long last = to.getNano() > 0 ? to.getEpochSecond() : to.getEpochSecond() - 1;
        to = Instant.ofEpochSecond((Math.floorDiv(last, seconds) + 1) * seconds);
    }

    /** How many steps it has; none or fewer if it ends before it begins. */
    public long steps() {
        return Duration.between(from, to).dividedBy(step.length());
    }

    int index(Instant at) {
        return (int) Duration.between(from, at).dividedBy(step.length());
    }

    Instant start(int index) {
        return from.plus(step.length().multipliedBy(index));
    }

    ForecastWindow only(int index) {
        return new ForecastWindow(start(index), start(index + 1), step);
    }
}
