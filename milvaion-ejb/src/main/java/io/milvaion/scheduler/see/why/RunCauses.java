package io.milvaion.scheduler.see.why;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a run is not running. */
final class RunCauses {

    private RunCauses() {}

    /**
     * @param job null if its row is gone
     */
    static List<Cause> of(RunFacts run, JobFacts job, Surroundings now) {
        if (run.state().isFinal()) {
            return List.of(ended(run));
        }
        var causes = new ArrayList<Cause>();
        if (run.cancelRequestedAt() != null) {
            causes.add(
                    Cause.of(
                            "cancelRequested",
                            "Its cancellation was asked for and is not confirmed yet.",
                            run.cancelRequestedAt()));
        }
        if (run.state() == OccurrenceState.RUNNING) {
            running(run, now, causes);
        } else {
            queued(run, job, now, causes);
        }
        return causes;
    }

    private static Cause ended(RunFacts run) {
        return Cause.of(
                "ended",
                "It has ended as "
                        + run.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (run.state() == OccurrenceState.COMPLETED ? "." : run.afterError()),
                run.endedAt());
    }

    private static void running(RunFacts run, Surroundings now, List<Cause> causes) {
        if (run.workerSeenAt() == null
                || run.workerSeenAt().isBefore(now.now().minus(Why.SILENCE))) {
            causes.add(
                    Cause.of(
                                    "workerSilent",
                                    "Worker " + run.worker() + " runs it and is not heard of.",
                                    run.workerSeenAt())
                            .about("workerInstance", run.worker()));
        }
        if (run.abandonedAt() != null) {
            causes.add(abandoned(run));
            return;
        }
        causes.add(
                Cause.of(
                                "running",
                                "Worker " + run.worker() + " runs attempt " + run.attempt() + ".",
                                run.startedAt())
                        .about("workerInstance", run.worker()));
    }

    private static Cause abandoned(RunFacts run) {
        return Cause.of(
                        "abandoned",
                        "Attempt "
                                + run.attempt()
                                + " has ended and its job goes on all the same: the run waits until"
                                + " that has returned or worker "
                                + run.worker()
                                + " is gone"
                                + run.afterError(),
                        run.abandonedAt())
                .about("workerInstance", run.worker());
    }

    private static void queued(RunFacts run, JobFacts job, Surroundings now, List<Cause> causes) {
        if (run.stage() != Stage.HELD) {
            DispatchCauses.stopped(now).ifPresent(causes::add);
            DispatchCauses.paused(now).ifPresent(causes::add);
        }
        switch (run.stage()) {
            case HELD -> held(run, job, causes);
            case BACKOFF -> {
                causes.add(retry(run));
                if (!run.availableAt().isAfter(now.now())) {
                    DispatchCauses.of(now).forEach(causes::add);
                }
            }
            case READY ->
                    DispatchCauses.of(now)
                            .filter(cause -> !cause.code().equals("queueFull"))
                            .forEach(causes::add);
        }
        DispatchCauses.noWorker(run.jobType(), run.workerGroup(), now).ifPresent(causes::add);
        if (run.stage() == Stage.READY) {
            causes.add(inQueue(run, now));
        }
    }

    private static void held(RunFacts run, JobFacts job, List<Cause> causes) {
        var place = run.heldBefore() + " held runs are before it.";
        if (job == null || job.maxConcurrent() == null) {
            var open = job == null ? null : job.openId();
            causes.add(
                    Cause.of(
                                    "heldByRun",
                                    "It waits until "
                                            + (open == null ? "the open run" : "run " + open)
                                            + " has ended; "
                                            + place,
                                    run.createdAt())
                            .about("occurrenceId", open));
        } else {
            causes.add(
                    Cause.of("heldByLimit", job.openOfLimit() + "; " + place, run.createdAt())
                            .about("maxConcurrent", job.maxConcurrent()));
        }
    }

    private static Cause retry(RunFacts run) {
        return Cause.of(
                        "waitsForRetry",
                        "Attempt "
                                + run.attempt()
                                + " begins at "
                                + run.availableAt()
                                + run.afterError(),
                        null)
                .about("availableAt", run.availableAt());
    }

    private static Cause inQueue(RunFacts run, Surroundings now) {
        var queue = new StringBuilder("It waits in queue ").append(now.queue());
        now.waiting()
                .ifPresent(waiting -> queue.append(" with ").append(waiting).append(" messages"));
        if (now.workers() > 0) {
            queue.append("; ")
                    .append(now.workers())
                    .append(" live workers run this type and have ")
                    .append(now.freeSlots())
                    .append(" free slots");
        }
        return Cause.of("inQueue", queue.append('.').toString(), run.createdAt())
                .about("queue", now.queue());
    }
}
