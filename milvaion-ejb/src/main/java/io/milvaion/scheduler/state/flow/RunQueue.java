package io.milvaion.scheduler.state.flow;

import io.milvaion.contract.BrokerNames;
import org.jspecify.annotations.Nullable;

/**
 * A queue of runs.
 *
 * @param workerGroup the group that its jobs are pinned to, or null
 */
public record RunQueue(String jobType, @Nullable String workerGroup) {

    /** As the broker knows it. */
    public String name() {
        return BrokerNames.jobQueue(workerGroup, jobType);
    }
}
