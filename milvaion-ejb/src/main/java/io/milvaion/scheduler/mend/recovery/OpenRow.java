package io.milvaion.scheduler.mend.recovery;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.util.UUID;

/**
 * What PostgreSQL says about a run that Redis calls open.
 *
 * @param stage null unless it is queued
 * @param overdue whether it waits for a retry that was due 30 s ago and is not paused
 */
record OpenRow(
        UUID id,
        UUID jobId,
        String jobType,
        String workerGroup,
        OccurrenceState state,
        Stage stage,
        int attempt,
        boolean overdue) {

    String queue() {
        return BrokerNames.jobQueue(workerGroup, jobType);
    }

    AttemptKey key() {
        return new AttemptKey(id, attempt);
    }
}
