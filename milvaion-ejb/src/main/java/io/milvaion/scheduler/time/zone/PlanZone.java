package io.milvaion.scheduler.time.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * A zone as everything that plans gets it, from {@link Zones} only.
 *
 * @param rules its changes of clocks
 * @param version the release of the time zone database that they are of
 */
public record PlanZone(String name, ZoneRules rules, ZoneRulesVersion version) {

    public PlanZone {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rules, "rules");
    }

    /** The local time at an instant. */
    public LocalDateTime localTime(Instant at) {
        return LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), rules.getOffset(at));
    }

    /**
     * The instant of a local time: in an overlap the first, in a gap that of the offset before, as
     * RFC 5545, 3.3.5, says.
     */
    public Instant instant(LocalDateTime local) {
        return local.toInstant(rules.getOffset(local));
    }

    @Override
    public String toString() {
        return name;
    }
}
