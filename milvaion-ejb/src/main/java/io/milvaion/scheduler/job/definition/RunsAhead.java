package io.milvaion.scheduler.job.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What somebody who has saved a job should know about the runs that lie ahead of it. */
public final class RunsAhead {

    /** Nobody means a run that is farther away, or hardly anybody. */
    private static final Duration FAR = Duration.ofDays(5 * 365 + 2);

    private RunsAhead() {}

    /**
     * @param nextRunAt the run that is planned, or null
     * @param now when it was saved
     */
    public static List<String> warnings(JobDefinition job, Instant nextRunAt, Instant now) {
        if (!job.active() || job.schedule() == ScheduleKind.NONE) {
            return List.of();
        }
        var timetable = job.timetable();
        if (timetable.isEmpty()) {
            return List.of("No run lies ahead: this node cannot read when the job runs.");
        }
        if (nextRunAt == null) {
            return List.of(
                    job.executeAt() == null
                            ? "No run lies ahead: the expression never comes again."
                            : "No run lies ahead: executeAt, " + job.executeAt() + ", has passed.");
        }
        if (job.cronExpression() != null && timetable.get().nextAfter(nextRunAt).isEmpty()) {
            return List.of("Only one run lies ahead, at " + nextRunAt + ".");
        }
        return nextRunAt.isAfter(now.plus(FAR))
                ? List.of("The next run is more than 5 years ahead, at " + nextRunAt + ".")
                : List.of();
    }
}
