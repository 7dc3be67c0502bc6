package io.milvaion.scheduler.job.definition;

import java.util.Locale;

/** What plans the runs of a job. */
public enum ScheduleKind {
    CRON,
    /** A fixed interval. */
    EVERY,
    /** A pause after the end of each run. */
    DELAY,
    /** A recurrence rule of RFC 5545. */
    RRULE,
    ONCE,
    /** Nothing: it runs only when somebody triggers it. */
    NONE;

    /** Its name in JSON. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
