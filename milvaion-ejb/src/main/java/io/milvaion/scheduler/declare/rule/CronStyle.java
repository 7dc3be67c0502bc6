package io.milvaion.scheduler.declare.rule;

import io.milvaion.scheduler.declare.rule.ClockRules.Gap;
import io.milvaion.scheduler.declare.rule.ClockRules.Overlap;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What those who read cron expressions make of them. Days of the week count from Sunday = 0. */
public enum CronStyle {
    UNIX(5, 5, 0),
    ROBFIG(5, 5, 0),
    QUARTZ(6, 7, 1),
    SPRING(6, 6, 1),
    JOB_RUNR(5, 6, 0),
    CRONOS(5, 6, 0);

    private static final Pattern WHOLE_STAR = Pattern.compile("[*?](/1)?");
    private static final Pattern IN_STEPS = Pattern.compile("[*?/-]");

    final int fewest;
    final int most;

    /** The number from which {@code *} counts in the day of the week. */
    final int firstOfWeek;

    CronStyle(int fewest, int most, int firstOfWeek) {
        this.fewest = fewest;
        this.most = most;
        this.firstOfWeek = firstOfWeek;
    }

    /** The number of Sunday, whose name is read as that. */
    int sunday() {
        return this == QUARTZ ? 1 : 0;
    }

    /** Whether a day has to match both day fields, or one of them is enough. */
    boolean takesBoth(String dayOfMonth, String dayOfWeek) {
        return switch (this) {
            case UNIX, JOB_RUNR -> dayOfMonth.startsWith("*") || dayOfWeek.startsWith("*");
            case ROBFIG -> hasStar(dayOfMonth) || hasStar(dayOfWeek);
            default -> true;
        };
    }

    private static boolean hasStar(String field) {
        return Arrays.stream(field.split(",")).anyMatch(WHOLE_STAR.asMatchPredicate());
    }

    /**
     * What changes of clocks do.
     *
     * @param times the fields of the time that were written, the hour last
     */
    ClockRules clocks(List<String> times) {
        return switch (this) {
            case ROBFIG, SPRING -> ClockRules.EACH_THAT_COMES;
            case QUARTZ -> new ClockRules(Gap.SKIPPED, Overlap.SECOND);
            case JOB_RUNR -> new ClockRules(Gap.FIRST_ONE_LATER, Overlap.FIRST);
            case UNIX ->
                    times.stream().anyMatch(field -> field.startsWith("*"))
                            ? ClockRules.EACH_THAT_COMES
                            : new ClockRules(Gap.AT_ITS_END, Overlap.FIRST);
            case CRONOS ->
                    new ClockRules(
                            Gap.AT_ITS_END,
                            times.stream().anyMatch(field -> IN_STEPS.matcher(field).find())
                                    ? Overlap.BOTH
                                    : Overlap.FIRST);
        };
    }
}
