package io.milvaion.scheduler.time.timetable;

/** What becomes of a planned run that falls on a day or time that a calendar closes. */
public enum OnClosed {
    /** It does not run. The default. */
    SKIP,
    /** It runs on the next day that is open, at the same time of day. */
    NEXT_DAY,
    /** It runs on the last open day before. */
    PREVIOUS_DAY,
    /** It runs on the next open day from Monday to Friday. */
    NEXT_WORKING_DAY
}
