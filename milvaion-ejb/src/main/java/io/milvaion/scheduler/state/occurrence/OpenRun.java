package io.milvaion.scheduler.state.occurrence;

import java.util.UUID;

/**
 * A run that is not final, with its row locked.
 *
 * @param stage what it waits for; null while it runs
 */
public record OpenRun(UUID id, int attempt, Stage stage) {

    /** Whether it waits outside the gate. */
    public boolean isHeld() {
        return stage == Stage.HELD;
    }

    public boolean isQueued() {
        return stage != null;
    }
}
