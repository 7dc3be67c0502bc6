package io.milvaion.scheduler.occurrence;

import java.util.Locale;

/** Why a planned instant did not run. Stored and shown in lower case. */
public enum SkipReason {
    /** Another run of the job was open and its policy is Skip. */
    OVERLAP,
    /** The job holds as many runs as it may. */
    FULL,
    /** It was due for longer than the misfire threshold. */
    MISFIRE,
    /** The schedule was changed before it was dispatched. */
    RESCHEDULED,
    DEACTIVATED,
    DELETED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
