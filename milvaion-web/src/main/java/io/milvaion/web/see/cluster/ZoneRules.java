package io.milvaion.web.see.cluster;

import io.milvaion.scheduler.time.zone.Zones;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By which rules of time zones a node plans.
 *
 * @param source where they come from: {@code Java}, or a directory
 * @param zones how many names it knows
 * @param warning a sentence if they are old
 */
public record ZoneRules(
        String node, String version, String source, int zones, @Nullable String warning) {

    static ZoneRules of(String node, Zones zones, Instant now) {
        return new ZoneRules(
                node,
                zones.version().name(),
                zones.place(),
                zones.names().size(),
                zones.version().warning(now).orElse(null));
    }
}
