package io.milvaion.web.ground.once;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The id that what the present request makes has to get, so that it is made once. */
@RequestScoped
public class ChosenId {

    private UUID id;

    /** Null if any will do, because the request has no idempotency key. */
    public UUID orNull() {
        return id;
    }

    void choose(UUID chosen) {
        id = chosen;
    }
}
