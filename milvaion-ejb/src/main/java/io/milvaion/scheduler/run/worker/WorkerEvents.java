package io.milvaion.scheduler.run.worker;

import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.scheduler.ground.event.LiveEvent;
import java.util.List;

/** Makes the live events of workers; a newer one of the same worker replaces an older. */
final class WorkerEvents {

    private record WorkerFacts(
            String instanceId,
            String workerGroup,
            Integer runningJobs,
            Integer abandonedJobs,
            String refusing,
            Boolean stopping,
            Boolean draining) {}

    private WorkerEvents() {}

    /** It is alive, and says how it is. */
    static LiveEvent heard(HeartbeatMessage beat) {
        return of(
                new WorkerFacts(
                        beat.instanceId(),
                        beat.workerGroup(),
                        beat.runningJobs(),
                        beat.abandonedJobs(),
                        beat.refusing(),
                        beat.stopping(),
                        beat.draining()));
    }

    /**
     * Somebody wants something else of an instance, or of a group if that is null; read it again.
     */
    static LiveEvent changed(String instanceId, String workerGroup) {
        return of(new WorkerFacts(instanceId, workerGroup, null, null, null, null, null));
    }

    private static LiveEvent of(WorkerFacts facts) {
        return new LiveEvent(
                "worker.updated",
                List.of("system"),
                facts.instanceId() == null ? facts.workerGroup() : facts.instanceId(),
                facts,
                false);
    }
}
