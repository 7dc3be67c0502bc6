package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.event.LiveEvent;

/** Makes the live events of operations. */
final class OperationEvents {

    private OperationEvents() {}

    /** An operation was made, has come further or was stopped. */
    static LiveEvent updated(OperationProgress now) {
        return LiveEvent.system("operation.updated", now.id().toString(), now);
    }
}
