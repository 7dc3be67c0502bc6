package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.event.LiveEvent;
import java.util.UUID;

/** Makes the live events of operations. */
final class OperationEvents {

    private record Progressed(
            UUID id,
            String target,
            String action,
            String state,
            long total,
            long done,
            long failed) {}

    private OperationEvents() {}

    /** An operation was made, has come further or was stopped. */
    static LiveEvent updated(BulkOperation now) {
        return LiveEvent.system(
                "operation.updated",
                now.id().toString(),
                new Progressed(
                        now.id(),
                        now.target(),
                        now.action(),
                        now.state().wire(),
                        now.total(),
                        now.done(),
                        now.failed()));
    }
}
