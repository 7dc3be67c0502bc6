package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.ground.word.Words;
import java.util.UUID;

/** Makes the live events of repairs. */
final class RepairEvents {

    private record RepairFacts(UUID jobId, UUID occurrenceId, String found, String done) {}

    private RepairEvents() {}

    /** A state that could not be was put right. */
    static LiveEvent repaired(NewRepair made) {
        return LiveEvent.system(
                "state.repaired",
                Words.of(made.kind()),
                new RepairFacts(made.jobId(), made.occurrenceId(), made.found(), made.done()));
    }
}
