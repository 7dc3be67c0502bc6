package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.state.missed.Skip;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import java.util.List;
import java.util.UUID;

/**
 * A committed edit.
 *
 * @param released runs that its change of policy has released, to be published
 * @param ended runs that it has cancelled
 * @param skipped instants that were due and will not run, because of it
 */
public record Saved(
        PlannedJob planned, List<OutgoingRun> released, List<UUID> ended, List<Skip> skipped) {

    /** An edit that touches no run. */
    static Saved only(PlannedJob planned) {
        return new Saved(planned, List.of(), List.of(), List.of());
    }
}
