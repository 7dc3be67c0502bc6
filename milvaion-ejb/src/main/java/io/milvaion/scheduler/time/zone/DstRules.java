package io.milvaion.scheduler.time.zone;

import java.util.Objects;

/** How a job's times of day meet a change of the clocks. Interval expressions ignore it. */
public record DstRules(DstGap gap, DstOverlap overlap) {

    public static final DstRules DEFAULT = new DstRules(DstGap.SHIFT, DstOverlap.FIRST);

    public DstRules {
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(overlap, "overlap");
    }

    /** An English sentence that says what becomes of times of day. */
    public String sentence() {
        return "When clocks change, a time of day that is left out "
                + switch (gap) {
                    case SHIFT -> "runs at the first instant after the gap";
                    case SKIP -> "does not run";
                }
                + ", one that comes twice runs "
                + switch (overlap) {
                    case FIRST -> "the first time.";
                    case SECOND -> "the second time.";
                    case BOTH -> "both times.";
                };
    }
}
