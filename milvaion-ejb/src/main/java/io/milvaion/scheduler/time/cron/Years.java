package io.milvaion.scheduler.time.cron;

import java.util.BitSet;

/** The years in which an expression runs. */
final class Years {

    static final int NONE = Integer.MAX_VALUE;

    private final BitSet years; // from CronField.YEAR.min; null: any

    Years(CronFields fields) {
        if (!fields.restricts(CronField.YEAR)) {
            years = null;
            return;
        }
        years = new BitSet(CronField.YEAR.size);
        for (CronItem item : fields.of(CronField.YEAR)) {
            item.values(CronField.YEAR).forEach(year -> years.set(year - CronField.YEAR.min));
        }
    }

    /** The first year from this one on, or {@link #NONE}. */
    int next(int year) {
        if (years == null) {
            return year;
        }
        int bit = years.nextSetBit(Math.max(year - CronField.YEAR.min, 0));
        return bit < 0 ? NONE : CronField.YEAR.min + bit;
    }
}
