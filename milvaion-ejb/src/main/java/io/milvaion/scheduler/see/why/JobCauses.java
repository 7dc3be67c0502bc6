package io.milvaion.scheduler.see.why;

import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a job is not running. */
record JobCauses(JobFacts job, Surroundings now) {

    List<Cause> list() {
        return Stream.of(
                        DispatchCauses.stopped(now).stream(),
                        DispatchCauses.paused(now).stream(),
                        isDue() ? DispatchCauses.of(now) : Stream.<Cause>empty(),
                        inactive().stream(),
                        notScheduled().stream(),
                        nothingPlanned().stream(),
                        plannedLater().stream(),
                        due().stream(),
                        openRun().stream(),
                        limitReached().stream(),
                        DispatchCauses.noWorker(job.jobType(), job.workerGroup(), now).stream())
                .flatMap(causes -> causes)
                .toList();
    }

    private boolean isPlanned() {
        return job.active() && job.nextRunAt() != null;
    }

    private boolean isDue() {
        return isPlanned() && !job.nextRunAt().isAfter(now.now());
    }

    private Optional<Cause> inactive() {
        return job.active() ? Optional.empty() : Optional.of(job.deactivation().cause());
    }

    private Optional<Cause> notScheduled() {
        return when(
                !job.scheduled(),
                Cause.of(
                        "notScheduled",
                        "It has no schedule: it only runs when it is triggered.",
                        null));
    }

    private Optional<Cause> nothingPlanned() {
        return when(
                job.active() && job.scheduled() && job.nextRunAt() == null,
                job.follows()
                        ? Cause.of(
                                "waitsForEnd",
                                "Its next run is planned when the one before has ended.",
                                null)
                        : Cause.of("nothingPlanned", "Its schedule plans no more runs.", null));
    }

    private Optional<Cause> plannedLater() {
        return when(
                isPlanned() && !isDue(),
                Cause.of(
                                "plannedLater",
                                "Its next run is planned at " + job.nextRunAt() + ".",
                                null)
                        .about("nextRunAt", job.nextRunAt()));
    }

    private Optional<Cause> due() {
        return when(
                isDue(), Cause.of("due", "A run is due and not dispatched yet.", job.nextRunAt()));
    }

    private Optional<Cause> openRun() {
        return when(
                job.gated() && job.openId() != null,
                Cause.of(
                                "openRun",
                                "Its run "
                                        + job.openId()
                                        + (job.openAbandonedAt() == null
                                                ? " is open"
                                                : " waits for a job that does not stop")
                                        + ": planned runs are "
                                        + (job.policy() == OverlapPolicy.SKIP
                                                ? "skipped."
                                                : "held, " + job.held() + " now."),
                                job.openAbandonedAt())
                        .about("occurrenceId", job.openId()));
    }

    private Optional<Cause> limitReached() {
        return when(
                job.maxConcurrent() != null && job.open() >= job.maxConcurrent(),
                Cause.of(
                                "limitReached",
                                job.openOfLimit() + "; " + job.held() + " runs are held.",
                                null)
                        .about("maxConcurrent", job.maxConcurrent()));
    }

    private static Optional<Cause> when(boolean holds, Cause cause) {
        return holds ? Optional.of(cause) : Optional.empty();
    }
}
