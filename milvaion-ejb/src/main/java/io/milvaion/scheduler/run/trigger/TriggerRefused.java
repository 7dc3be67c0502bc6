package io.milvaion.scheduler.run.trigger;

import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.scheduler.state.pause.Pause;
import io.milvaion.scheduler.state.stop.DispatchState;
import java.util.Map;
import java.util.UUID;

/** The job, or the queue of its type, lets no run in now. */
public class TriggerRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String STOPPED = "dispatching-is-stopped";

    private TriggerRefused(
            Kind kind, String type, String title, String detail, Map<String, Object> members) {
        super(kind, type, title, detail, members);
    }

    /** Whether an emergency stop is the reason. */
    public boolean isStopped() {
        return type().equals(STOPPED);
    }

    static TriggerRefused overlap(UUID jobId, UUID openId) {
        return openId == null
                ? new TriggerRefused(
                        Kind.CONFLICT,
                        "run-is-open",
                        "A run of the job is open",
                        "Its policy is Skip and a run is open.",
                        Map.of("jobId", jobId))
                : new TriggerRefused(
                        Kind.CONFLICT,
                        "run-is-open",
                        "A run of the job is open",
                        "Its policy is Skip and occurrence " + openId + " is open.",
                        Map.of("jobId", jobId, "occurrenceId", openId));
    }

    static TriggerRefused full(UUID jobId, int held) {
        return new TriggerRefused(
                Kind.CONFLICT,
                "too-many-held-runs",
                "Too many runs of the job are waiting",
                held + " runs of the job wait for their turn.",
                Map.of("jobId", jobId));
    }

    static TriggerRefused stopped(DispatchState state) {
        return new TriggerRefused(
                Kind.CONFLICT,
                STOPPED,
                "Dispatching is stopped",
                "%s has stopped it at %s: %s"
                        .formatted(state.stoppedBy(), state.stoppedAt(), state.reason()),
                Map.of(
                        "reason",
                        state.reason(),
                        "stoppedBy",
                        state.stoppedBy(),
                        "stoppedAt",
                        state.stoppedAt()));
    }

    static TriggerRefused paused(Pause pause) {
        return new TriggerRefused(
                Kind.CONFLICT,
                "job-is-paused",
                "The job is paused",
                pause.sentence(),
                Map.of(
                        "pauseId",
                        pause.id(),
                        "reason",
                        pause.reason(),
                        "pausedBy",
                        pause.pausedBy(),
                        "pausedAt",
                        pause.pausedAt()));
    }

    static TriggerRefused queueFull(String jobType, long waiting) {
        return new TriggerRefused(
                Kind.UNAVAILABLE,
                "queue-is-full",
                "Too many runs of the job type are waiting",
                waiting + " runs of type " + jobType + " wait for a worker.",
                Map.of("jobType", jobType));
    }
}
