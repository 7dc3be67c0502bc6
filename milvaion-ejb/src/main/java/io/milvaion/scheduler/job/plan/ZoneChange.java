package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;

/** A zone by whose rules of before its jobs are planned, while others are in force. */
public final class ZoneChange {

    private final PlanZone zone;
    private final ZoneOffsets before;
    private final ZoneOffsets now;

    ZoneChange(PlanZone zone, ZoneOffsets before) {
        this.zone = zone;
        this.before = before;
        this.now = ZoneOffsets.of(zone);
    }

    public String zone() {
        return zone.name();
    }

    /** Why a run moves, for people. */
    String reason() {
        return "because the rules of " + zone + " changed in " + now.version();
    }

    ZoneOffsets now() {
        return now;
    }

    /** Whether jobs may have been planned for other instants. */
    boolean matters() {
        return !now.agrees(before);
    }

    /**
     * Whether a planned instant is, by the clock of the zone, one that has run by the rules of
     * before: it has come again since clocks were not changed as these said.
     *
     * @param scattered seconds within which one instant may be put off from another
     */
    boolean repeats(Instant planned, Instant last, int scattered) {
        return last != null
                && (differsAt(last) || differsAt(planned))
                && !local(now, planned).isAfter(local(before, last).plusSeconds(scattered));
    }

    private boolean differsAt(Instant instant) {
        return before.at(instant) != now.at(instant);
    }

    private static Instant local(ZoneOffsets rules, Instant instant) {
        return instant.plusSeconds(rules.at(instant));
    }
}
