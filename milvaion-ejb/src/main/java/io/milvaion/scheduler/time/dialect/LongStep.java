package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;

/** A step that does not fit into its field, and what says the same. */
final class LongStep {

    private LongStep() {}

    static String advice(CronField field) {
        return "a step is made within one "
                + unit(field)
                + " and begins anew with the next, so it is "
                + field.longestStep()
                + " at most; "
                + instead(field);
    }

    private static String unit(CronField field) {
        return switch (field) {
            case SECOND -> "minute";
            case MINUTE -> "hour";
            case HOUR -> "day";
            case DAY_OF_MONTH -> "month";
            case MONTH -> "year";
            case DAY_OF_WEEK -> "week";
            case YEAR -> "calendar";
        };
    }

    private static String instead(CronField field) {
        return switch (field) {
            case SECOND ->
                    "use whole minutes (0 */2 * * * *), or several jobs: 0 */3 * * * * and"
                            + " 30 1/3 * * * * together run every 90 seconds";
            case MINUTE ->
                    "use whole hours (0 */2 * * *), or several jobs: 0 */3 * * * and 30 1/3 * * *"
                            + " together run every 90 minutes";
            case HOUR ->
                    "use whole days (0 0 */2 * *), or several jobs: 0 0 */3 * * and 0 12 2/3 * *"
                            + " together run every 36 hours of a month";
            case DAY_OF_MONTH ->
                    "use whole months (0 0 1 */2 *), or several jobs: 0 0 1 */3 * and"
                            + " 0 0 15 2/3 * together run every one and a half months";
            case MONTH -> "use a job that runs once (executeAt) for each run";
            case DAY_OF_WEEK -> "use days of the month (0 0 1,15 * *)";
            case YEAR -> "name the years";
        };
    }
}
