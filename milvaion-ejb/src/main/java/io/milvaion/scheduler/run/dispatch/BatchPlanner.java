package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.state.gate.RunLimits;
import io.milvaion.scheduler.state.index.Batch;
import io.milvaion.scheduler.state.index.Completion;
import io.milvaion.scheduler.state.publish.QueueDepths;
import io.milvaion.scheduler.time.misfire.Misfires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Step 3 of a batch: which instants of its jobs run, and when the others are looked at again. */
final class BatchPlanner {

    /** A job whose queue is full is looked at again after this long. */
    private static final Duration WHILE_FULL = Duration.ofSeconds(5);

    /**
     * A job that is paused is looked at again after this long; the end of its pause does it too.
     */
    private static final Duration WHILE_PAUSED = Duration.ofSeconds(30);

    /**
     * What is planned of a batch.
     *
     * @param others completions of the jobs that have no run now
     */
    record Plan(List<PlannedRun> runs, List<Completion> others) {}

    private final Duration misfireThreshold;
    private final RunLimits limits;
    private final QueueDepths depths;
    private final StartRates rates;

    BatchPlanner(DispatchSettings settings, RunLimits limits, QueueDepths depths) {
        this.misfireThreshold = settings.misfireThreshold();
        this.limits = limits;
        this.depths = depths;
        this.rates = new StartRates(settings.startsPerSecond());
    }

    /**
     * Plans the jobs that are due in PostgreSQL, too, and completes the others with what it says.
     *
     * @param room how many instants the batch takes
     */
    Plan plan(Batch batch, Map<UUID, DueJob> jobs, int room) {
        var planned = new ArrayList<PlannedRun>();
        var others = new ArrayList<Completion>();
        for (UUID id : batch.jobs()) {
            var job = jobs.get(id);
            if (job == null) {
                others.add(Completion.of(id, null));
                continue;
            }
            lookAgain(job, batch.now())
                    .ifPresentOrElse(
                            at -> others.add(Completion.of(id, at)),
                            () -> planned.add(planned(job, batch.now())));
        }
        var all = new CatchUp(batch.now(), misfireThreshold, room, rates).after(planned);
        return new Plan(all, others);
    }

    /** Empty if the job runs now. */
    private Optional<Instant> lookAgain(DueJob job, Instant now) {
        if (job.plannedAt().isAfter(now) || job.definition().data() == null) {
            return Optional.of(job.plannedAt());
        }
        if (job.definition().paused()) {
            return Optional.of(now.plus(WHILE_PAUSED));
        }
        return queueIsFull(job) ? Optional.of(now.plus(WHILE_FULL)) : rates.putOff(job, now);
    }

    private boolean queueIsFull(DueJob job) {
        return depths.ready(job.definition().queue().name()).orElse(0) >= limits.maxQueued();
    }

    private PlannedRun planned(DueJob job, Instant now) {
        var threshold = misfireThreshold.plus(rates.waited(job, now));
        return new PlannedRun(
                job,
                Misfires.plan(
                        job.timetable(), job.misfirePolicy(), job.plannedAt(), now, threshold));
    }
}
