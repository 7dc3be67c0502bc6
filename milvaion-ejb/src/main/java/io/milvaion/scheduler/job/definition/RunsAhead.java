package io.milvaion.scheduler.job.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What somebody who has saved a job should know about the runs that lie ahead of it. */
public final class RunsAhead {

    /** Nobody means a run that is farther away, or hardly anybody. */
    private static final Duration FAR = Duration.ofDays(5 * 365 + 2);

    private RunsAhead() {}

    /**
     * @param jobId null for a job that is not saved yet
     * @param nextRunAt the run that is planned, or null
     * @param now when it was saved
     */
    public static List<String> warnings(
            UUID jobId, JobDefinition job, Instant nextRunAt, Instant now) {
        if (!job.active() || job.schedule().kind() == ScheduleKind.NONE) {
            return List.of();
        }
        var timetable = job.schedule().readable(jobId);
        if (timetable.isEmpty()) {
            return List.of("No run lies ahead: this node cannot read when the job runs.");
        }
        if (job.schedule().followsEnd()) {
            return List.of(); // what follows is known when a run has ended
        }
        if (nextRunAt == null) {
            return List.of(
                    job.schedule().repeats()
                            ? "No run lies ahead: its schedule never comes again."
                            : "No run lies ahead: executeAt, "
                                    + job.schedule().executeAt()
                                    + ", has passed.");
        }
        if (job.schedule().repeats() && timetable.get().nextAfter(nextRunAt).isEmpty()) {
            return List.of("Only one run lies ahead, at " + nextRunAt + ".");
        }
        return nextRunAt.isAfter(now.plus(FAR))
                ? List.of("The next run is more than 5 years ahead, at " + nextRunAt + ".")
                : List.of();
    }
}
