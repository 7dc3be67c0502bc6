package io.milvaion.scheduler.mend.operation;

import java.util.UUID;

/** How far an operation has come, as events tell it. */
record OperationProgress(
        UUID id,
        String target,
        String action,
        OperationState state,
        long total,
        long done,
        long failed) {

    static OperationProgress of(BulkOperation now) {
        return new OperationProgress(
                now.id(),
                now.target(),
                now.action(),
                now.state(),
                now.total(),
                now.done(),
                now.failed());
    }
}
