package io.milvaion.scheduler.time.cron;

/**
 * A part of a local date-time that an expression matches. Days of the week count from Sunday = 0.
 */
public enum CronField {
    SECOND("second", 0, 60),
    MINUTE("minute", 0, 60),
    HOUR("hour", 0, 24),
    DAY_OF_MONTH("dayOfMonth", 1, 31),
    MONTH("month", 1, 12),
    DAY_OF_WEEK("dayOfWeek", 0, 7),
    YEAR("year", 1970, 230);

    /** Its name in messages and in JSON. */
    public final String wire;

    public final int min;

    /** How many values it has. */
    public final int size;

    CronField(String wire, int min, int size) {
        this.wire = wire;
        this.min = min;
        this.size = size;
    }

    public int max() {
        return min + size - 1;
    }

    /** A step that is longer would never be made: it begins anew with the unit above. */
    public int longestStep() {
        return min == 0 && this != DAY_OF_WEEK ? size - 1 : size;
    }
}
