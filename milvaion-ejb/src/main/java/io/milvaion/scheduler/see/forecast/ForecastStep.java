package io.milvaion.scheduler.see.forecast;

import java.time.Duration;

/** For how long one number of a forecast stands. */
public enum ForecastStep {
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1));

    private final Duration length;

    ForecastStep(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }
}
