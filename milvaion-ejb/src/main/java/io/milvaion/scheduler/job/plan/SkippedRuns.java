package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.state.missed.Skip;
import io.milvaion.scheduler.state.missed.SkipReason;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.misfire.Misfires;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds the instants that were due and will not run, because their job was edited. */
public final class SkippedRuns {

    private static final Duration ANY_LATENESS = Duration.ofNanos(-1);

    private SkippedRuns() {}

    /**
     * @param timetable the one that planned them
     * @param due the oldest instant that has neither run nor been skipped; null if there is none
     */
    public static List<Skip> until(
            Instant now, UUID jobId, Timetable timetable, Instant due, SkipReason reason) {
        var skipped = new ArrayList<Skip>();
        var next = due;
        while (next != null && !next.isAfter(now)) {
            var plan = Misfires.plan(timetable, MisfirePolicy.SKIP, next, now, ANY_LATENESS);
            for (var range : plan.skipped()) {
                skipped.add(
                        Skip.range(
                                jobId, range.first(), range.last(), range.count(), reason, null));
            }
            next = plan.next().orElse(null);
        }
        return skipped;
    }
}
