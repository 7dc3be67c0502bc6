package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** The operation has ended: it cannot be changed any more. */
public class OperationHasEnded extends Refusal {

    private static final long serialVersionUID = 1L;

    OperationHasEnded(BulkOperation operation) {
        super(
                Kind.CONFLICT,
                "operation-has-ended",
                "The operation has ended",
                "Operation " + operation.id() + " is " + operation.state().wire() + " already.",
                Map.of("id", operation.id(), "state", operation.state().wire()));
    }
}
