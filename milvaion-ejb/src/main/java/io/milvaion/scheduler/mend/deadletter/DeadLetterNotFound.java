package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** There is no dead letter with this id. */
public class DeadLetterNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    DeadLetterNotFound(UUID id) {
        super(
                Kind.NOT_FOUND,
                "dead-letter-not-found",
                "There is no such dead letter",
                "There is no dead letter " + id + ".",
                Map.of("id", id));
    }
}
