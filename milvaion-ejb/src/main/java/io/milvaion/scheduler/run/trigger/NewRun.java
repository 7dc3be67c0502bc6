package io.milvaion.scheduler.run.trigger;

import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import java.util.UUID;

/**
 * A run that a transaction makes.
 *
 * @param stage READY or HELD
 */
public record NewRun(OutgoingRun run, Stage stage) {

    public UUID occurrenceId() {
        return run.occurrenceId();
    }
}
