package io.milvaion.scheduler.time.timetable;

/** Which clock a fixed interval is measured by. */
public enum EveryClock {
    /** Time that passes: a day has 24 hours. The default. */
    REAL,
    /** The clock of the zone: a day later is the same time of day. */
    LOCAL
}
