package io.milvaion.scheduler.state.tally;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;
import java.time.Instant;

/** Spans of time, in UTC, by which runs are added up; a table for each. */
public enum Period {
    MINUTE("run_minutes", Duration.ofMinutes(1)),
    HOUR("run_hours", Duration.ofHours(1)),
    DAY("run_days", Duration.ofDays(1));

    private final String table;
    private final Duration length;

    Period(String table, Duration length) {
        this.table = table;
        this.length = length;
    }

    public String table() {
        return table;
    }

    public Duration length() {
        return length;
    }

    /** How long its rows are kept. */
    public Duration kept(SettingsReader settings) {
        return Duration.ofDays(
                settings.value(
                        switch (this) {
                            case MINUTE -> KnownSettings.STATISTICS_MINUTES_KEPT_DAYS;
                            case HOUR -> KnownSettings.STATISTICS_HOURS_KEPT_DAYS;
                            case DAY -> KnownSettings.STATISTICS_DAYS_KEPT_DAYS;
                        }));
    }

    /** The beginning of the one that an instant is in. */
    public Instant of(Instant at) {
        return begin(at, length);
    }

    /**
     * The beginning of the span of this length that an instant is in; they are counted from 1970.
     */
    public static Instant begin(Instant at, Duration length) {
        long millis = at.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, length.toMillis()));
    }
}
