package io.milvaion.scheduler.state.ending;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** The run is final: it cannot be cancelled any more. */
public class RunHasEnded extends Refusal {

    private static final long serialVersionUID = 1L;

    private final OccurrenceState state;

    RunHasEnded(UUID id, OccurrenceState state) {
        super(
                Kind.CONFLICT,
                "run-has-ended",
                "The run has ended",
                "Occurrence " + id + " has ended already.",
                Map.of("occurrenceId", id, "state", state));
        this.state = state;
    }

    /** The state that it has. */
    public OccurrenceState state() {
        return state;
    }
}
