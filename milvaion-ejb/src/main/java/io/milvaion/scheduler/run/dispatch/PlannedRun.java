package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.Skip;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.time.misfire.MisfirePlan;
import io.milvaion.scheduler.time.misfire.Misfires;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An instant of a due job and what this batch does with it.
 *
 * @param plannedAt the oldest instant that the plan deals with
 * @param last whether it is the job's last one in this batch, with which the schedule advances
 */
record PlannedRun(DueJob job, Instant plannedAt, MisfirePlan plan, boolean last) {

    /** The only one of its job. */
    PlannedRun(DueJob job, MisfirePlan plan) {
        this(job, job.plannedAt(), plan, true);
    }

    /** The same, when another instant of the job follows. */
    PlannedRun followed() {
        return new PlannedRun(job, plannedAt, plan, false);
    }

    /** Whether the next instant is due as well, and decided by the same plan. */
    boolean isBehind(Instant now) {
        return plan.run().isPresent() && plan.next().filter(at -> !at.isAfter(now)).isPresent();
    }

    /** The next instant, of a run that is behind. */
    PlannedRun following(Instant now, Duration threshold) {
        var next = plan.next().orElseThrow();
        return new PlannedRun(
                job, next, Misfires.kept(job.timetable(), next, now, threshold), true);
    }

    UUID jobId() {
        return job.id();
    }

    /** The occurrence to make, or null when every due instant is skipped. */
    UUID occurrenceId() {
        return plan.run().map(at -> OccurrenceId.planned(job.id(), at)).orElse(null);
    }

    Instant runAt() {
        return plan.run().orElse(null);
    }

    Instant next() {
        return plan.next().orElse(null);
    }

    /** The instants that the misfire rule skips, for the ledger. */
    List<Skip> missed() {
        var reason = MissedReason.missedUnder(job.misfirePolicy());
        var detail = detail(reason);
        return plan.skipped().stream()
                .map(
                        range ->
                                Skip.range(
                                        job.id(),
                                        range.first(),
                                        range.last(),
                                        range.count(),
                                        reason,
                                        detail))
                .toList();
    }

    private String detail(MissedReason reason) {
        return switch (reason) {
            case MERGED ->
                    occurrenceId() == null
                            ? "the latest due instant stands for it"
                            : "occurrence " + occurrenceId() + " stands for it";
            case BEYOND_LIMIT -> "of the missed instants the latest " + Misfires.MOST_KEPT + " run";
            default -> null;
        };
    }
}
