package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.state.missed.LateRun;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.MissedRunEvents;
import io.milvaion.scheduler.state.missed.Skip;
import io.milvaion.scheduler.state.occurrence.OccurrenceEvents;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.time.misfire.SkippedRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Tells pages and metrics what a committed batch has done. */
@ApplicationScoped
public class Announcements {

    @Inject LiveEvents events;
    @Inject Metrics metrics;
    @Inject RedisClock clock;

    void opened(List<OutgoingRun> runs) {
        metrics.dispatched(runs.size());
        for (var run : runs) {
            events.publish(OccurrenceEvents.entered(run.snapshot()));
        }
    }

    void skipped(List<Skip> skips, Function<Skip, String> jobName) {
        for (var skip : skips) {
            metrics.skipped(skip.reason().wire(), skip.count());
            metrics.missed(skip.reason().wire(), skip.count());
            events.publish(MissedRunEvents.skipped(skip, jobName.apply(skip)));
        }
    }

    void late(List<LateRun> late) {
        if (!late.isEmpty()) {
            metrics.missed(MissedReason.LATE.wire(), late.size());
        }
    }

    /** One event for all that the misfire rule has decided about a job, so that it can be named. */
    void misfire(PlannedRun run, Instant now) {
        events.publish(
                MissedRunEvents.misfired(
                        run.jobId(),
                        run.job().name(),
                        run.job().misfirePolicy(),
                        run.plannedAt(),
                        Duration.between(run.plannedAt(), now),
                        run.plan().skipped().stream().mapToInt(SkippedRange::count).sum(),
                        run.occurrenceId()));
    }

    void published(List<OutgoingRun> runs, int confirmed) {
        metrics.published(confirmed);
        metrics.publishFailed(runs.size() - confirmed);
        var now = clock.now();
        for (var run : runs) {
            if (run.attempt() == 1 && run.copy() == 1) {
                metrics.dispatchLateness(Duration.between(run.plannedAt(), now));
            }
        }
    }

    void popped(int members) {
        metrics.popped(members);
    }
}
