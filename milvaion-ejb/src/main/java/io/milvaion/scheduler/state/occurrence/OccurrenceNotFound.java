package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** There is no such occurrence, or its history was removed. */
public class OccurrenceNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public OccurrenceNotFound(UUID id) {
        super(
                Kind.NOT_FOUND,
                "occurrence-not-found",
                "There is no such occurrence",
                "There is no occurrence " + id + ".",
                Map.of("occurrenceId", id));
    }
}
