package io.milvaion.scheduler.run.worker;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** Only workers that are not heard of can be removed from the list. */
public class WorkerIsAlive extends Refusal {

    private static final long serialVersionUID = 1L;

    WorkerIsAlive(String instanceId) {
        super(
                Kind.CONFLICT,
                "worker-is-alive",
                "The worker is alive",
                "Worker " + instanceId + " was heard of within the last 30 s: stop it first.",
                Map.of("instanceId", instanceId));
    }
}
