package io.milvaion.scheduler.declare.rule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** What a source makes of local times that are left out or come twice. */
public record ClockRules(Gap gap, Overlap overlap) {

    public static final ClockRules EACH_THAT_COMES = new ClockRules(Gap.SKIPPED, Overlap.BOTH);

    /** A local time that is left out. */
    public enum Gap {
        SKIPPED,
        AT_ITS_END,
        FIRST_ONE_LATER // by the length of the gap; others of the same gap are lost
    }

    /** A local time that comes twice. */
    public enum Overlap {
        FIRST,
        SECOND,
        BOTH
    }

    /**
     * The instants at which a local time counts.
     *
     * @param firstInGap whether it is the first one that a gap leaves out
     */
    List<Instant> instants(LocalDateTime local, ZoneRules zone, boolean firstInGap) {
        var offsets = zone.getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> inGap(local, zone.getTransition(local), firstInGap);
            case 1 -> List.of(local.toInstant(offsets.get(0)));
            default -> {
                var both = offsets.stream().map(local::toInstant).sorted().toList();
                yield switch (overlap) {
                    case FIRST -> both.subList(0, 1);
                    case SECOND -> both.subList(1, 2);
                    case BOTH -> both;
                };
            }
        };
    }

    private List<Instant> inGap(
            LocalDateTime local, ZoneOffsetTransition change, boolean firstInGap) {
        return switch (gap) {
            case SKIPPED -> List.of();
            case AT_ITS_END -> List.of(change.getInstant());
            case FIRST_ONE_LATER ->
                    firstInGap ? List.of(local.toInstant(change.getOffsetBefore())) : List.of();
        };
    }
}
