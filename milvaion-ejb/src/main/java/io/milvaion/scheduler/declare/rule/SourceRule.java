package io.milvaion.scheduler.declare.rule;

import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When another scheduler runs something. Immutable. */
public interface SourceRule {

    /**
     * The first so many instants at or after the given one, oldest first; fewer if no more come.
     */
    List<Instant> first(Instant from, int count);

    /** What changes of clocks do to it; empty if nothing, or nothing that can be said. */
    default Optional<ClockRules> clocks() {
        return Optional.empty();
    }

    /** Whose changes of clocks it meets; empty if it goes by real time. */
    default Optional<PlanZone> zone() {
        return Optional.empty();
    }
}
