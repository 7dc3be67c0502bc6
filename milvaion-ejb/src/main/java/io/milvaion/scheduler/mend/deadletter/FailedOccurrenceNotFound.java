package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** No run with this id has ended otherwise than Completed, or it was deleted from the list. */
public class FailedOccurrenceNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public FailedOccurrenceNotFound(UUID id) {
        super(
                Kind.NOT_FOUND,
                "failed-occurrence-not-found",
                "There is no such failed occurrence",
                "Occurrence " + id + " is not in the list of failed ones.",
                Map.of("occurrenceId", id));
    }
}
