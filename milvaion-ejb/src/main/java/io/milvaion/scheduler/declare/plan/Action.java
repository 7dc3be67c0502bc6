package io.milvaion.scheduler.declare.plan;

import java.util.Locale;

/** What is done to an object. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    UNCHANGED;

    /** Its name in JSON. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
