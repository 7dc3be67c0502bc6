package io.milvaion.scheduler.time.zone;

import java.util.Objects;

/** How a job's fixed local times meet a change of the clocks. Interval expressions ignore it. */
public record DstRules(DstGap gap, DstOverlap overlap) {

    public static final DstRules DEFAULT = new DstRules(DstGap.SHIFT, DstOverlap.FIRST);

    public DstRules {
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(overlap, "overlap");
    }
}
