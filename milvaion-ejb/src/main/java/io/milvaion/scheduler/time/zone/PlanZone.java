package io.milvaion.scheduler.time.zone;

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

    @Override
    public String toString() {
        return name;
    }
}
