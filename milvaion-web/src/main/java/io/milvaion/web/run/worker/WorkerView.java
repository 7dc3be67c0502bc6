package io.milvaion.web.run.worker;

import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.scheduler.run.worker.WorkerDrain;
import io.milvaion.scheduler.see.overview.WorkerInstance;
import io.milvaion.scheduler.see.overview.WorkerState;
import io.milvaion.web.ground.json.ApiJson;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A worker instance in JSON.
 *
 * @param knowsDrain whether it can be drained: a worker of another language need not know that
 * @param lagMs how long its last heartbeat took to get here
 * @param drain the order to take no new runs that concerns it
 */
@Schema(name = "Worker")
public record WorkerView(
        String instanceId,
        @Nullable String workerGroup,
        @Nullable String host,
        @Nullable String version,
        int maxParallelJobs,
        int runningJobs,
        int abandonedJobs,
        @Nullable String refusing,
        boolean stopping,
        boolean alive,
        WorkerState state,
        boolean knowsDrain,
        @Nullable WorkerDrain drain,
        @Nullable Integer lagMs,
        Instant startedAt,
        Instant lastSeenAt,
        @Schema(implementation = Object.class) RawValue consumers) {

    static WorkerView of(WorkerInstance is) {
        return new WorkerView(
                is.instanceId(),
                is.workerGroup(),
                is.host(),
                is.version(),
                is.maxParallelJobs(),
                is.runningJobs(),
                is.abandonedJobs(),
                is.refusing(),
                is.stopping(),
                is.alive(),
                is.state(),
                is.draining() != null,
                is.drain(),
                is.lagMs(),
                is.startedAt(),
                is.lastSeenAt(),
                ApiJson.raw(is.consumers()));
    }
}
