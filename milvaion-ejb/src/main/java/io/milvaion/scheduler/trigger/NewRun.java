package io.milvaion.scheduler.trigger;

import io.milvaion.scheduler.occurrence.Stage;
import io.milvaion.scheduler.publish.Run;
import java.util.UUID;

/**
 * A run that a transaction makes.
 *
 * @param stage READY or HELD
 */
public record NewRun(Run run, Stage stage) {

    public UUID occurrenceId() {
        return run.occurrenceId();
    }
}
